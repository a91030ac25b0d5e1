using Aura.Engine.Consensus;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>How many nodes must agree, and why that many are neither too few nor too many.</summary>
public static class QuorumSentence
{
    /// <summary>Explains the arithmetic.</summary>
    public static string Of(Quorum quorum) =>
        $"Of N = {quorum.Nodes} configured nodes at most f = ⌊(N−1)/3⌋ = {quorum.Faulty} may be faulty. A value needs "
        + $"{quorum.Percent} % of N, which is {quorum.VotesNeeded} votes: at least ⌊(N+f)/2⌋+1 = {quorum.Byzantine}, so that "
        + $"two values never both win, and at most N−f = {quorum.Nodes - quorum.Faulty}, so that faulty nodes cannot stop a "
        + $"round by silence. An error of f+1 = {quorum.OneHonest} nodes fails a source, and a median needs 2f+1 = "
        + $"{quorum.HonestMajority} values.";
}
