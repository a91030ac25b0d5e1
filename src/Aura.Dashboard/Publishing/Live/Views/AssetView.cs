using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>An asset as REST and the hub send it: prices as strings, dispersion and scores as numbers.</summary>
internal sealed record AssetView(
    string Symbol, PriceUnit Unit, string? Price, LastPriceView? LastPrice, string? WeightedMean,
    string? StandardDeviation, decimal? DispersionPercent, Tier Tier, bool TierStale, decimal Score,
    Quality Quality, string QualityReason, MarketSession Session, IReadOnlyList<SourceView> Sources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AssetExplanationView? Explanation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? ChangePercent = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Remark = null)
{
    /// <param name="asset">The asset.</param>
    /// <param name="now">Ages count from here.</param>
    /// <param name="explanation">Its sentences; null where nobody asked for them.</param>
    public static AssetView Of(AssetReport asset, DateTimeOffset now, AssetExplanation? explanation = null) =>
        new(
            asset.Asset.Value, asset.Unit, Text(asset.Price),
            asset.LastPrice is { } last ? LastPriceView.Of(last, now) : null,
            Text(asset.WeightedMean), Text(asset.StandardDeviation), asset.DispersionPercent, asset.Tier,
            asset.TierStale, asset.Score, asset.Quality, asset.QualityReason, asset.Session,
            [.. asset.Sources.Select((source, i) => SourceView.Of(source, explanation?.Sources[i].Sentence))],
            explanation is null ? null : AssetExplanationView.Of(explanation),
            asset.ChangePercent, asset.Remark);

    /// <summary>A configured asset before its first round: nothing is known, which is never shown as calm.</summary>
    public static AssetView BeforeFirstRound(AssetRule asset, RuleSet rules) =>
        new(
            asset.Symbol.Value, asset.Unit, null, null, null, null, null, Tier.Elevated, true,
            RiskRules.ScoreOf(Tier.Elevated), Quality.NoDecision, "No round was decided yet.", MarketSession.Open,
            [.. rules.Market.SourcesOf(asset.Symbol).Select(source => SourceView.BeforeFirstRound(
                source, rules.Consensus.Of(source.Id), asset.Unit))]);

    private static string? Text(decimal? value) => value is { } amount ? DecimalText.Of(amount) : null;
}
