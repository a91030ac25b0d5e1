using Aura.Engine.Breaker;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>What happened, in order, for clients that must not miss anything.</summary>
internal abstract record FeedEvent
{
    private FeedEvent()
    {
    }

    internal sealed record RoundCompleted(RoundReport Report) : FeedEvent;

    internal sealed record BreakerChanged(Transition Transition) : FeedEvent;

    /// <summary>An incident that begins to call somebody, or that nobody has answered.</summary>
    internal sealed record AlertRaised(Incident Incident, IncidentStatus Status) : FeedEvent;
}
