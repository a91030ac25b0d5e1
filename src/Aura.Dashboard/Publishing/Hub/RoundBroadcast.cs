using System.Diagnostics;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Publishing.Live.Views;
using Microsoft.AspNetCore.SignalR;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>Carries the feed's events to the hub's clients, in order.</summary>
internal sealed partial class RoundBroadcast(
    RoundFeed feed, IHubContext<RoundHub, IRoundClient> hub, TimeProvider time, ILogger<RoundBroadcast> logger)
    : BackgroundService
{
    private IAsyncEnumerable<FeedEvent> _events = AsyncEnumerable.Empty<FeedEvent>();

    // Subscribed before the host serves and rounds run: the loop below starts some time later, on a thread of its own,
    // and what was announced until then would be lost.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _events = feed.EventsAsync(CancellationToken.None);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var happened in _events.WithCancellation(stoppingToken))
                await SendAsync(happened);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    // By design one lost message does not end the broadcast: what happened is in the ledger, not in the message.
    private async Task SendAsync(FeedEvent happened)
    {
        try
        {
            await (happened switch
            {
                FeedEvent.RoundCompleted completed =>
                    hub.Clients.All.RoundCompleted(RoundView.Of(completed.Report, time.GetUtcNow())),
                FeedEvent.BreakerChanged changed =>
                    hub.Clients.All.BreakerChanged(TransitionView.Of(changed.Transition)),
                _ => throw new UnreachableException(),
            });
        }
        catch (Exception exception) when (exception is not UnreachableException)
        {
            Log.NotSent(logger, happened.GetType().Name, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The hub did not send {Event}")]
        public static partial void NotSent(ILogger logger, string @event, Exception exception);
    }
}
