using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>
/// Brings to this host's feed what other hosts commit: woken by the signal, it reads the ledger from where it stopped.
/// Its own host's commits it reads too; the feed tells each once.
/// </summary>
internal sealed partial class LedgerFollower(
    ILedgerSignal signal, ILedgerArchive archive, IRoundStore store, RulesInForce rules, RoundFeed feed, LiveRecovery recovery,
    ILogger<LedgerFollower> logger)
    : BackgroundService
{
    private const int Batch = 100;

    private long _read;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _read = recovery.Sequence;
        try
        {
            while (true)
            {
                await signal.WaitAsync(stoppingToken);
                await TryCatchUpAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    // By design an unreachable database does not end the following: the next signal tries from the same place.
    private async Task TryCatchUpAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await archive.AfterAsync(_read, Batch, cancellationToken) is { Count: > 0 } entries)
            {
                foreach (var entry in entries)
                {
                    await AnnounceAsync(LedgerEntry.Parse(entry.Bytes.Span), cancellationToken);
                    _read = entry.Sequence;
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.NotRead(logger, _read, exception);
        }
    }

    private async Task AnnounceAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Outcome is not { } outcome)
        {
            await AnnounceNoticeAsync(cancellationToken);
            return;
        }

        var document = await archive.DocumentAsync(outcome, cancellationToken);
        if (entry.Kind is EntryKind.Round)
            await feed.RoundCompletedAsync(RoundReport.Parse(document.Span), cancellationToken);
        else
        {
            await AnnounceAsync(entry, CommandAnswer.Parse(document.Span), cancellationToken);
            await AnnounceAlertsAsync(cancellationToken);
        }
    }

    private async Task AnnounceNoticeAsync(CancellationToken cancellationToken)
    {
        var state = (await store.LoadAsync(null, cancellationToken)).State;
        // Another host may have adopted what two people approved.
        rules.Follow(state);
        if (state.Alerts is { } alerts)
            await feed.AlertsChangedAsync(alerts, cancellationToken);
    }

    // As they are now: a command or a notice does not say what it changed about incidents, and the feed goes by versions.
    private async Task AnnounceAlertsAsync(CancellationToken cancellationToken)
    {
        if ((await store.LoadAsync(null, cancellationToken)).State.Alerts is { } alerts)
            await feed.AlertsChangedAsync(alerts, cancellationToken);
    }

    // As the engine of the other host announced it there. The breaker is read as it is now, perhaps newer than the
    // answer: the feed goes by versions.
    private async Task AnnounceAsync(LedgerEntry entry, CommandAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is { Status: CommandStatus.Executed, Transition: { } transition })
        {
            await feed.BreakerChangedAsync(
                transition, await BreakerAsync(transition.Scope, cancellationToken), cancellationToken);
        }
        else if (answer.Request is not null || answer.Status is CommandStatus.Reviewed)
        {
            var evidence = await archive.DocumentAsync(entry.Evidence, cancellationToken);
            var scope = CommandEvidence.Parse(evidence.Span).Command.Scope;
            await feed.RequestChangedAsync(await BreakerAsync(scope, cancellationToken), cancellationToken);
        }
    }

    private async Task<BreakerReport> BreakerAsync(Scope scope, CancellationToken cancellationToken) =>
        BreakerReport.Of((await store.LoadAsync(null, cancellationToken)).State.BreakerOf(scope), rules.Current.Breaker, []);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger after entry {Sequence} was not read")]
        public static partial void NotRead(ILogger logger, long sequence, Exception exception);
    }
}
