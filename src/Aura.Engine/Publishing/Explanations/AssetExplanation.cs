using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>Every number of an asset in words.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Price">Which sources the price is the median of.</param>
/// <param name="WeightedMean">The formula with its numbers.</param>
/// <param name="StandardDeviation">The formula with its numbers.</param>
/// <param name="Dispersion">The formula with its numbers, or why there is none.</param>
/// <param name="Tier">The thresholds that the dispersion lies between, or why the tier is an earlier one.</param>
/// <param name="Score">What the tier scores.</param>
/// <param name="Quality">How well the price is supported.</param>
/// <param name="Publication">Whether the price could go out, and if not, why.</param>
/// <param name="Sources">Every configured source, in the order of the report.</param>
public sealed record AssetExplanation(
    AssetSymbol Asset, string Price, string WeightedMean, string StandardDeviation, string Dispersion, string Tier,
    string Score, string Quality, string Publication, ImmutableArray<SourceExplanation> Sources)
{
    /// <summary>How far the price moved from the one before; null under rules that compare nothing.</summary>
    public string? Change { get; init; }

    /// <summary>How the volatility follows from the moves; null under rules that do not follow it.</summary>
    public string? Volatility { get; init; }

    /// <summary>Explains an asset.</summary>
    public static AssetExplanation Of(AssetReport asset, Quorum quorum, ConsensusRules consensus, RiskRules risk) =>
        new(
            asset.Asset,
            PriceSentences.Price(asset),
            PriceSentences.WeightedMean(asset),
            PriceSentences.StandardDeviation(asset),
            PriceSentences.Dispersion(asset),
            RiskSentences.Tier(asset, risk),
            RiskSentences.Score(asset),
            RiskSentences.Quality(asset),
            RiskSentences.Publication(asset),
            [.. asset.Sources.Select(source => SourceExplanation.Of(source, quorum, consensus))])
        {
            Change = risk.Remarks is null ? null : MovementSentences.Change(asset),
            Volatility = risk.Volatility is { } rules ? MovementSentences.Volatility(asset, rules) : null,
        };
}
