using System.Collections.Immutable;
using Aura.Engine.Consensus;
using Aura.Engine.Nodes;

namespace Aura.Engine.Publishing;

/// <summary>The oracle network in a round's report.</summary>
/// <param name="Nodes">N, the configured nodes.</param>
/// <param name="Faulty">f, how many faulty nodes are tolerated.</param>
/// <param name="OneHonest">f+1.</param>
/// <param name="HonestMajority">2f+1.</param>
/// <param name="Byzantine">⌊(N+f)/2⌋+1.</param>
/// <param name="VotesNeeded">The quorum in force.</param>
/// <param name="Counted">Observations that counted in this round.</param>
/// <param name="Dropped">Observations that did not, with their observers.</param>
public sealed record NetworkReport(
    int Nodes, int Faulty, int OneHonest, int HonestMajority, int Byzantine, int VotesNeeded,
    int Counted, ImmutableArray<DroppedObservation> Dropped)
{
    /// <summary>Renders the arithmetic and the round's observations.</summary>
    public static NetworkReport Of(Quorum quorum, int counted, ImmutableArray<DroppedObservation> dropped) =>
        new(
            quorum.Nodes, quorum.Faulty, quorum.OneHonest, quorum.HonestMajority, quorum.Byzantine,
            quorum.VotesNeeded, counted, dropped);
}
