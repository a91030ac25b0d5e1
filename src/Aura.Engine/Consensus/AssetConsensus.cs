using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>From the votes about all sources of an asset to its price.</summary>
public static class AssetConsensus
{
    /// <summary>Decides one asset.</summary>
    public static AssetAgreement Decide(
        AssetRule asset, MarketRules market, ConsensusRules rules, Quorum quorum, RoundVotes votes)
    {
        var sources = UnitQuarantine.Apply(
            [
                .. market.SourcesOf(asset.Symbol)
                    .Select(source => SourceAgreement.Decide(source, asset, market, rules, quorum, votes))
                    .OrderBy(outcome => outcome.Source),
            ],
            asset, rules);
        var prices = new List<(decimal Price, decimal Weight)>();
        foreach (var outcome in sources)
            if (outcome is { IsAgreed: true, Price: { } price })
                prices.Add((price, rules.Of(outcome.Source).Weight));

        return new AssetAgreement(
            asset.Symbol,
            sources,
            prices.Count == 0 ? null : PriceAggregate.Of([.. prices]),
            votes.CompletedAt)
        {
            SharedAnswers = market.SharedAnswers is true,
        };
    }
}
