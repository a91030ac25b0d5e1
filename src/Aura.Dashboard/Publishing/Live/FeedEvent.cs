using Aura.Engine.Breaker;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>What happened, in order, for clients that must not miss anything.</summary>
internal abstract record FeedEvent
{
    private FeedEvent()
    {
    }

    internal sealed record RoundCompleted(RoundReport Report) : FeedEvent;

    internal sealed record BreakerChanged(Transition Transition) : FeedEvent;
}
