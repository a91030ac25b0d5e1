using System.Collections.Immutable;

namespace Aura.Engine.Tests.Incidents;

/// <summary>Rounds in which the same is stated.</summary>
/// <param name="Rounds">How many.</param>
/// <param name="Truth">The price that the market really had.</param>
/// <param name="Prices">What each source states.</param>
/// <param name="Frozen">Sources whose quotes are as old as when they last were not here.</param>
/// <param name="Silent">Sources that do not answer.</param>
/// <param name="Reset">Whether somebody resets the asset's breaker before the first of these rounds.</param>
internal sealed record IncidentPhase(
    int Rounds, decimal Truth, ImmutableDictionary<string, decimal> Prices, ImmutableHashSet<string> Frozen,
    ImmutableHashSet<string> Silent, bool Reset);
