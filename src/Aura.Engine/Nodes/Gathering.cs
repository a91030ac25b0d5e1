using System.Collections.Immutable;

namespace Aura.Engine.Nodes;

/// <summary>What the network brought back for one round.</summary>
/// <param name="Observations">Sorted by node.</param>
/// <param name="Bodies">Sorted by hash, each once.</param>
/// <param name="CompletedAt">The latest receive time, UTC: computed, not measured, in Simulated and Replay.</param>
public sealed record Gathering(
    ImmutableArray<AttributedObservation> Observations,
    ImmutableArray<ResponseBody> Bodies,
    DateTimeOffset CompletedAt);
