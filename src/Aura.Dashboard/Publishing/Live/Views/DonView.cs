using Aura.Engine.Consensus;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>The oracle network: configured nodes, tolerated faults, votes needed.</summary>
internal sealed record DonView(int Nodes, int F, int VotesNeeded)
{
    public static DonView Of(NetworkReport network) => new(network.Nodes, network.Faulty, network.VotesNeeded);

    public static DonView Of(Quorum quorum) => new(quorum.Nodes, quorum.Faulty, quorum.VotesNeeded);
}
