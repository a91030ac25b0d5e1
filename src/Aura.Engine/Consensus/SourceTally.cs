using System.Collections.Immutable;
using Aura.Engine.Market;
using Aura.Engine.Nodes;

namespace Aura.Engine.Consensus;

/// <summary>The votes of all nodes about one source.</summary>
/// <param name="Source">The source.</param>
/// <param name="Groups">Most nodes first; equal sizes by body hash, then failure.</param>
/// <param name="Quorum">The arithmetic in force.</param>
public sealed record SourceTally(SourceId Source, ImmutableArray<VoteGroup> Groups, Quorum Quorum)
{
    /// <summary>The body that reached the quorum, or null. Two never do, because the quorum is Byzantine.</summary>
    public VoteGroup? Winner =>
        Groups.FirstOrDefault(group => group.BodyHash is not null && Quorum.IsReachedBy(group.Nodes.Length));

    /// <summary>The failure that f+1 nodes report, at least one of them honest, or null.</summary>
    public VoteGroup? CommonFailure =>
        Groups.FirstOrDefault(group =>
            group.Failure is not RefusalCode.None && group.Nodes.Length >= Quorum.OneHonest);

    /// <summary>Votes of the winner, or of the largest group of bodies.</summary>
    public int Votes => Groups.Where(group => group.BodyHash is not null).Select(group => group.Nodes.Length)
        .DefaultIfEmpty(0).Max();

    /// <summary>Counts the votes on raw body hashes. A failed fetch votes for its failure, whatever body came with it.</summary>
    public static SourceTally OnBodies(SourceId source, ImmutableArray<Observation> observations, Quorum quorum)
    {
        var groups = observations
            .SelectMany(observation => observation.Sources
                .Where(seen => seen.Source == source)
                .Take(1)
                .Select(seen => (observation.Node, Seen: seen)))
            .GroupBy(
                vote => vote.Seen.Failure is RefusalCode.None
                    ? (Body: vote.Seen.BodyHash, Failure: RefusalCode.None)
                    : (Body: null, vote.Seen.Failure),
                vote => vote.Node)
            .Select(group => new VoteGroup(group.Key.Body, group.Key.Failure, [.. group.Order()]))
            .OrderByDescending(group => group.Nodes.Length)
            .ThenBy(group => group.BodyHash?.Hex, StringComparer.Ordinal)
            .ThenBy(group => group.Failure);
        return new SourceTally(source, [.. groups], quorum);
    }
}
