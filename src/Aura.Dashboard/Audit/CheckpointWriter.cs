using Aura.Dashboard.Publishing.Live;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Audit;

/// <summary>Has the ledger signed while it grows: from time to time, and whenever a breaker changes its state.</summary>
internal sealed partial class CheckpointWriter(
    CheckpointSigner signer, RoundFeed feed, IOptions<AuditOptions> options, TimeProvider time,
    ILogger<CheckpointWriter> logger)
    : BackgroundService
{
    private volatile string? _problem;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        Task[] both = [SignFromTimeToTimeAsync(ending.Token), SignAtTransitionsAsync(ending.Token)];
        try
        {
            // If one of the two ends, it is a fault of the program; hosting then stops the host.
            await await Task.WhenAny(both);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
        finally
        {
            // Not before the other one has ended too: a signature under way would write into a folder that others own by now.
            await ending.CancelAsync();
            await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SignFromTimeToTimeAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.Value.CheckpointPeriod, time);
        while (await timer.WaitForNextTickAsync(cancellationToken))
            await TrySignAsync(cancellationToken);
    }

    private async Task SignAtTransitionsAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await foreach (var happened in feed.EventsAsync(cancellationToken))
                    if (happened is FeedEvent.BreakerChanged)
                        await TrySignAsync(cancellationToken);
            }
            catch (FeedOverrunException)
            {
                // What was lost is covered by the next checkpoint, which is made now.
                await TrySignAsync(cancellationToken);
            }
        }
    }

    // By design a full disk or an unreachable database stops no host: nothing was promised, and the next time tries
    // again. Said when it begins, when it changes and when it is over.
    private async Task TrySignAsync(CancellationToken cancellationToken)
    {
        try
        {
            await signer.SignAsync(cancellationToken);
            if (_problem is not null)
                Log.SignedAgain(logger);
            _problem = null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (!string.Equals(_problem, exception.Message, StringComparison.Ordinal))
                Log.NotSigned(logger, exception);
            _problem = exception.Message;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "No checkpoint was signed; it is tried again")]
        public static partial void NotSigned(ILogger logger, Exception exception);

        [LoggerMessage(Level = LogLevel.Information, Message = "Checkpoints are signed again")]
        public static partial void SignedAgain(ILogger logger);
    }
}
