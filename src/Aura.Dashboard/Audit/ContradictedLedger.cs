using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Audit;

/// <summary>
/// What becomes of a ledger that contradicts its last checkpoint: it says so once, which isolates SYSTEM; rounds go on;
/// when people have reset SYSTEM, they have accepted the loss, and the ledger goes on under a name of its own.
/// </summary>
internal sealed partial class ContradictedLedger(
    StateFolder folder, ILedgerArchive archive, RecordedNotices notices, ILedgerIdentity identities, IRoundStore store,
    RiskEngine engine, ILogger<ContradictedLedger> logger)
{
    /// <summary>Records the contradiction unless this ledger holds it already, also after a start that was cut short.</summary>
    public async Task RecordAsync(
        LedgerIdentity identity, LedgerStanding.Contradicted standing, CancellationToken cancellationToken)
    {
        // The place is remembered before the notice is written: what follows it tells whether the notice is there. It
        // carries the entry's hash, because another old copy may be put back later.
        var found = folder.ReadContradiction(identity.LedgerId);
        if (found is null || !await HoldsAsync(found, cancellationToken))
        {
            found = await HeadAsync(cancellationToken);
            folder.WriteContradiction(identity.LedgerId, found);
        }

        if (await notices.ContainAsync(
            found.Sequence,
            notice => notice is Notice.LedgerContradicted known
                && string.Equals(known.Origin, standing.Origin, StringComparison.Ordinal),
            cancellationToken))
            return;

        Log.Contradicted(logger, standing.Size, standing.Explanation);
        await engine.RecordAsync(
            new Notice.LedgerContradicted(standing.Origin, standing.Size, standing.Root, standing.Explanation));
    }

    /// <summary>The new name once people have reset SYSTEM; null before.</summary>
    public async Task<LedgerIdentity?> TryContinueAsync(LedgerIdentity identity, CancellationToken cancellationToken)
    {
        var snapshot = await store.LoadAsync(null, cancellationToken);
        if (snapshot.State.BreakerOf(Scope.System).State is BreakerState.Isolated)
            return null;

        var next = await identities.ContinueAsync(identity, cancellationToken);
        await RecordContinuationAsync(cancellationToken);
        Log.Continued(logger, next.Origin);
        return next;
    }

    /// <summary>Names the present name in the ledger, unless it is the first or named already.</summary>
    public async Task RecordContinuationAsync(CancellationToken cancellationToken)
    {
        if (await identities.AllAsync(cancellationToken) is not [.., var before, var current]
            || await notices.ContainAsync(
                current.FromSequence - 1,
                notice => notice is Notice.LedgerContinued known
                    && string.Equals(known.Origin, current.Origin, StringComparison.Ordinal),
                cancellationToken))
            return;

        await engine.RecordAsync(new Notice.LedgerContinued(current.Origin, before.Origin));
    }

    private async Task<LedgerHead> HeadAsync(CancellationToken cancellationToken) =>
        await archive.HeadAsync(cancellationToken) is { } last
            ? new LedgerHead(last.Sequence, last.Hash)
            : LedgerHead.Empty;

    private async Task<bool> HoldsAsync(LedgerHead head, CancellationToken cancellationToken) =>
        head == LedgerHead.Empty
        || (await archive.AfterAsync(head.Sequence - 1, 1, cancellationToken) is [{ } entry]
            && entry.Sequence == head.Sequence && entry.Hash == head.Hash);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical,
            Message = "The ledger contradicts its last checkpoint of {Size} entries: {Explanation} SYSTEM is isolated")]
        public static partial void Contradicted(ILogger logger, long size, string explanation);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger goes on as {Origin}")]
        public static partial void Continued(ILogger logger, string origin);
    }
}
