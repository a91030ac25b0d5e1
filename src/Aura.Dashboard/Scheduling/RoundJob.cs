using Aura.Dashboard.Configuration;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Hangfire;

namespace Aura.Dashboard.Scheduling;

/// <summary>
/// What Hangfire wakes. It wakes, it does not guarantee: late by up to the polling interval, perhaps twice, perhaps
/// never. The slot is therefore computed from the schedule and claimed in the database.
/// </summary>
internal sealed partial class RoundJob(
    RoundRunner runner, RoundSchedule schedule, TimeProvider time, ILogger<RoundJob> logger)
{
    public const string Id = "round";

    /// <summary>Runs the round of the latest slot.</summary>
    [DisableConcurrentExecution(0)]
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (schedule.LatestAt(time.GetUtcNow()) is not { } slot)
            return;

        try
        {
            await RunAsync(slot, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Said here because Hangfire's own line about it is indistinguishable from a skipped overlap. The job
            // still fails in Hangfire's eyes, and the next slot runs.
            Log.Failed(logger, slot, exception);
            throw;
        }
    }

    /// <summary>Runs the round of a slot.</summary>
    public async Task<RoundRun> RunAsync(Slot slot, CancellationToken cancellationToken)
    {
        long started = time.GetTimestamp();
        var run = await runner.RunAsync(slot, cancellationToken);
        if (run is RoundRun.Abandoned)
            Log.Abandoned(logger, slot);
        else if (run is RoundRun.Completed)
            Log.Completed(logger, slot, time.GetElapsedTime(started).TotalMilliseconds);
        return run;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "The round of slot {Slot} is complete after {Milliseconds:F0} ms")]
        public static partial void Completed(ILogger logger, Slot slot, double milliseconds);

        [LoggerMessage(Level = LogLevel.Error, Message = "The round of slot {Slot} failed")]
        public static partial void Failed(ILogger logger, Slot slot, Exception exception);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Slot {Slot} is abandoned: another round was committed first")]
        public static partial void Abandoned(ILogger logger, Slot slot);
    }
}
