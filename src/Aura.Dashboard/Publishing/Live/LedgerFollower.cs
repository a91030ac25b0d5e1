using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>
/// Brings to this host's feed what other hosts commit: woken by the signal, it reads the ledger from where it stopped.
/// Its own host's commits it reads too; the feed tells each once.
/// </summary>
internal sealed partial class LedgerFollower(
    ILedgerSignal signal, ILedgerArchive archive, IRoundStore store, RuleSet rules, RoundFeed feed, LiveRecovery recovery,
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
        if (entry.Kind is EntryKind.Round)
        {
            var report = await archive.DocumentAsync(entry.Outcome, cancellationToken);
            await feed.RoundCompletedAsync(RoundReport.Parse(report.Span), cancellationToken);
        }
        else if (entry.Kind is EntryKind.Command)
        {
            var answer = await archive.DocumentAsync(entry.Outcome, cancellationToken);
            // A command without effect names the transition that another one made.
            if (CommandAnswer.Parse(answer.Span) is { Status: CommandStatus.Executed, Transition: { } transition })
            {
                // Perhaps newer than the transition; the feed goes by versions.
                var state = (await store.LoadAsync(null, cancellationToken)).State;
                await feed.BreakerChangedAsync(
                    transition, BreakerReport.Of(state.BreakerOf(transition.Scope), rules.Breaker, []), cancellationToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The ledger after entry {Sequence} was not read")]
        public static partial void NotRead(ILogger logger, long sequence, Exception exception);
    }
}
