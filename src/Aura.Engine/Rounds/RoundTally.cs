using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Nodes;

namespace Aura.Engine.Rounds;

/// <summary>
/// How the nodes of a round voted, as the decision counted it: for whoever looks at a round later. The decision itself
/// does not need it.
/// </summary>
/// <param name="Counted">The nodes whose observation counted, sorted.</param>
/// <param name="Dropped">The observations that did not count, and why.</param>
/// <param name="Sources">One tally for each configured source, in the order of the rule set.</param>
public sealed record RoundTally(
    ImmutableArray<NodeId> Counted, ImmutableArray<DroppedObservation> Dropped, ImmutableArray<SourceTally> Sources)
{
    /// <summary>Counts the votes of a round under the rule set that decided it.</summary>
    public static RoundTally Of(RuleSet rules, RoundInputs inputs)
    {
        var evidence = inputs.Evidence;
        var (counted, dropped) = ObservationCheck.Sift(
            rules.Nodes, rules.ToDigest(), evidence.Round, evidence.Slot, evidence.Observations);
        var votes = new RoundVotes(counted, inputs.Bodies, evidence.Moment, evidence.CompletedAt);
        return new RoundTally(
            [.. counted.Select(observation => observation.Node)], dropped,
            [.. rules.Market.Sources.Select(source => SourceTally.Of(source, rules.Consensus, rules.Quorum, votes))]);
    }
}
