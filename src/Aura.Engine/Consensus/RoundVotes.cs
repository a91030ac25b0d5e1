using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;

namespace Aura.Engine.Consensus;

/// <summary>The counted observations of a round and the bodies they name.</summary>
/// <param name="Observations">Counted observations, sorted by node.</param>
/// <param name="Bodies">Raw bodies by SHA-256.</param>
/// <param name="Moment">The market's clock at the round.</param>
/// <param name="CompletedAt">When gathering ended, UTC.</param>
public sealed record RoundVotes(
    ImmutableArray<Observation> Observations,
    ImmutableDictionary<Digest, ReadOnlyMemory<byte>> Bodies,
    MarketMoment Moment,
    DateTimeOffset CompletedAt)
{
    /// <summary>The body under a hash; empty when evidence lacks it, which every parser refuses as malformed.</summary>
    public ReadOnlyMemory<byte> BodyOf(Digest hash) => Bodies.GetValueOrDefault(hash);
}
