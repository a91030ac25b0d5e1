using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

/// <summary>Nodes that signed two different things about one round: none of them can be an accident of the network.</summary>
public static class Equivocation
{
    /// <summary>The nodes with two different observations of a round that are really theirs, sorted.</summary>
    public static ImmutableArray<NodeId> Find(
        NodeRules rules, Digest configuration, RoundNumber round, Slot slot,
        ImmutableArray<AttributedObservation> observations) =>
        [
            .. observations.GroupBy(attributed => attributed.Observation.Node)
                .Where(node => node.Count() > 1)
                // Once each, and only now signed ones: a repetition says nothing new, and who forges is not the node.
                .Where(node => node.DistinctBy(attributed => Digest.Of(attributed.Observation.ToBytes()))
                    .Count(attributed => ObservationCheck.FindDefect(rules, configuration, round, slot, attributed)
                        is ObservationDefect.None) > 1)
                .Select(node => node.Key).Order(),
        ];
}
