using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Consensus;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>
/// Every number of a round explained by a sentence that is rendered from the number's own inputs. A sentence is no part
/// of the hashed report: whoever holds the report and the rule set that it names can render it again, and page and API
/// show the same one.
/// </summary>
/// <param name="Quorum">How many nodes must agree, and why so many.</param>
/// <param name="SystemScore">How the system score comes about.</param>
/// <param name="Assets">In the order of the report.</param>
public sealed record RoundExplanation(string Quorum, string SystemScore, ImmutableArray<AssetExplanation> Assets)
{
    /// <summary>Explains a round.</summary>
    /// <param name="report">The round.</param>
    /// <param name="consensus">Of the rule set that the round names, as the others.</param>
    /// <param name="risk">Tiers and scores.</param>
    /// <param name="breaker">When SYSTEM opens.</param>
    public static RoundExplanation Of(
        RoundReport report, ConsensusRules consensus, RiskRules risk, BreakerRules breaker)
    {
        var quorum = new Quorum(report.Network.Nodes, consensus.QuorumPercent);
        return new RoundExplanation(
            QuorumSentence.Of(quorum),
            SystemScoreSentence.Of(report.System, report.Assets, risk, breaker),
            [.. report.Assets.Select(asset => AssetExplanation.Of(asset, quorum, consensus, risk))]);
    }
}
