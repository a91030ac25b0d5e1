using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;

namespace Aura.Engine.Tests.Incidents;

/// <summary>One incident of the library as rounds, with what has to come of it.</summary>
/// <param name="Id">Its id in the library, X1 to X7.</param>
/// <param name="Title">What happened, in one line.</param>
/// <param name="Source">Who reported it.</param>
/// <param name="Asset">The asset that it happened to.</param>
/// <param name="MinutesPerRound">Market time between two rounds.</param>
/// <param name="WrongAbovePercent">A published price is wrong when it lies further than this from the true one.</param>
/// <param name="Guards">The causes that should have stopped it; each of them alone has to make it shorter.</param>
/// <param name="Without">What the guards are in the other run: off, or only counted.</param>
/// <param name="Limits">Thresholds that differ from the shipped ones.</param>
/// <param name="Sources">Who states prices.</param>
/// <param name="Phases">What they state, in order.</param>
/// <param name="Guarded">What has to come of it with the guards on.</param>
/// <param name="Unguarded">What has to come of it without them.</param>
/// <param name="Alone">Rounds with a wrong price when only one of the guards is on.</param>
internal sealed record IncidentScenario(
    string Id, string Title, string Source, AssetSymbol Asset, int MinutesPerRound, int WrongAbovePercent,
    ImmutableArray<BreakerCause> Guards, CauseMode Without, ImmutableArray<CauseRule> Limits,
    ImmutableArray<IncidentSource> Sources, ImmutableArray<IncidentPhase> Phases,
    IncidentTimeline Guarded, IncidentTimeline Unguarded, ImmutableDictionary<BreakerCause, int> Alone)
{
    /// <inheritdoc/>
    public override string ToString() => Id;
}
