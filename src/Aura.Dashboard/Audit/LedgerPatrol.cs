using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Audit;

/// <summary>
/// Verifies the ledger while nobody looks: the latest entries every hour, all of them every day. What does not hold opens
/// SYSTEM with a cause of its own, once.
/// </summary>
internal sealed partial class LedgerPatrol(
    ILedgerArchive archive, IRoundStore store, ILedgerExamination examination, RiskEngine engine, TimeProvider time,
    ILogger<LedgerPatrol> logger) : BackgroundService
{
    private const int RecentEntries = 1000;
    private const int HoursOfADay = 24;

    public static TimeSpan Period { get; } = TimeSpan.FromHours(1);

    /// <summary>Verifies entries up to the end of the ledger; returns why the first that does not hold does not, or null.</summary>
    /// <param name="first">Where to begin; from 1 on, the file, the tree and every checkpoint are verified too.</param>
    /// <param name="cancellationToken">Ends it between two entries.</param>
    public async Task<string?> VerifyAsync(long first, CancellationToken cancellationToken)
    {
        var (reached, fault) = await examination.ExamineAsync(first, followed: null, cancellationToken);
        if (fault is null)
            Log.Holds(logger, first, reached);
        else
            await RecordAsync(reached, fault, cancellationToken);
        return fault;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        for (int hour = 1; await timer.WaitForNextTickAsync(stoppingToken); hour++)
        {
            long last = (await archive.HeadAsync(stoppingToken))?.Sequence ?? 0;
            await VerifyAsync(hour % HoursOfADay == 0 ? 1 : Math.Max(1, last - RecentEntries + 1), stoppingToken);
        }
    }

    // The same fault is found again every hour; a person who has reset SYSTEM since then is told anew.
    private async Task RecordAsync(long sequence, string fault, CancellationToken cancellationToken)
    {
        Log.Damaged(logger, sequence, fault);
        var system = (await store.LoadAsync(null, cancellationToken)).State.BreakerOf(Scope.System);
        if (system is not { Cause: BreakerCause.LedgerVerification, State: BreakerState.Open or BreakerState.Isolated })
            await engine.RecordAsync(new Notice.LedgerDamaged(sequence, fault));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The ledger holds from entry {First} to {Last}")]
        public static partial void Holds(ILogger logger, long first, long last);

        [LoggerMessage(Level = LogLevel.Critical, Message = "The ledger does not hold at entry {Sequence}: {Fault}")]
        public static partial void Damaged(ILogger logger, long sequence, string fault);
    }
}
