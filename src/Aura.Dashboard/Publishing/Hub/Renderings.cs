using System.Runtime.CompilerServices;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Engine.Breaker;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>One rendering for each report and transition that clients still wait for; it goes when they go.</summary>
internal sealed class Renderings(TimeProvider time)
{
    private readonly ConditionalWeakTable<RoundReport, Rendered> _rounds = [];
    private readonly ConditionalWeakTable<Transition, Rendered> _transitions = [];
    private readonly ConditionalWeakTable<FeedEvent.AlertRaised, Rendered> _alerts = [];

    public Rendered Of(FeedEvent.AlertRaised raised) =>
        _alerts.GetValue(raised, found => Rendered.Of(AlertView.Of(found.Incident, found.Status)));

    public Rendered Of(RoundReport report) =>
        _rounds.GetValue(report, found => Rendered.Of(RoundView.Of(found, time.GetUtcNow())));

    public Rendered Of(Transition transition) =>
        _transitions.GetValue(transition, found => Rendered.Of(TransitionView.Of(found)));
}
