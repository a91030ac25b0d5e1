using System.Text.Json.Serialization;
using Aura.Engine.Consensus;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>The oracle network: configured nodes, tolerated faults, votes needed.</summary>
internal sealed record DonView(
    int Nodes, int F, int VotesNeeded,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Explanation = null)
{
    public static DonView Of(NetworkReport network, string? explanation = null) =>
        new(network.Nodes, network.Faulty, network.VotesNeeded, explanation);

    public static DonView Of(Quorum quorum) =>
        new(quorum.Nodes, quorum.Faulty, quorum.VotesNeeded, QuorumSentence.Of(quorum));
}
