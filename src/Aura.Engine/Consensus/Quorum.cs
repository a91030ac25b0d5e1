namespace Aura.Engine.Consensus;

/// <summary>
/// The quorum arithmetic, alone in one file with its assumption: at most f = ⌊(N−1)/3⌋ of the N <em>configured</em>
/// nodes are faulty (libocr <c>config/ocr2config/public_config.go</c> demands 3f &lt; n). Integers only.
/// </summary>
/// <param name="Nodes">N, the configured nodes; never the responders.</param>
/// <param name="Percent">The share of N that a value must reach, 1 to 100.</param>
public sealed record Quorum(int Nodes, int Percent)
{
    /// <summary>f: how many faulty nodes the network tolerates.</summary>
    public int Faulty => (Nodes - 1) / 3;

    /// <summary>f+1: at least one of so many nodes is honest.</summary>
    public int OneHonest => Faulty + 1;

    /// <summary>2f+1: so many nodes have an honest majority.</summary>
    public int HonestMajority => (2 * Faulty) + 1;

    /// <summary>⌊(N+f)/2⌋+1: any two sets of so many nodes share an honest one (libocr <c>byzquorum.go</c>).</summary>
    public int Byzantine => ((Nodes + Faulty) / 2) + 1;

    /// <summary>The fewest votes v with 100·v ≥ Percent·N.</summary>
    public int VotesNeeded => ((Percent * Nodes) + 99) / 100;

    /// <summary>
    /// Whether the votes needed neither fall below the Byzantine quorum (two values could both win) nor exceed N−f
    /// (f silent nodes could stop every round).
    /// </summary>
    public bool IsSafe => VotesNeeded >= Byzantine && VotesNeeded <= Nodes - Faulty;

    /// <summary>Whether so many votes win.</summary>
    public bool IsReachedBy(int votes) => 100 * votes >= Percent * Nodes;
}
