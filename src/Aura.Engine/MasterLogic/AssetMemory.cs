using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.MasterLogic;

/// <summary>What is remembered of an asset from earlier rounds.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="LastTier">The tier of the last round with a defined dispersion.</param>
/// <param name="LastPrice">The last agreed price, shown with its age and never aggregated; null before the first.</param>
/// <param name="LastPriceRound">The round of the last price.</param>
/// <param name="LastPriceAt">When the last price was agreed, UTC.</param>
/// <param name="RoundsWithoutDecision">Consecutive in-session rounds without a decision, up to the last round.</param>
public sealed record AssetMemory(
    AssetSymbol Asset, Tier LastTier, decimal? LastPrice, RoundNumber LastPriceRound,
    DateTimeOffset? LastPriceAt, int RoundsWithoutDecision)
{
    /// <summary>The market's clock at the last price; null, and not written, under rules that compare with nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? LastPriceMarketTime { get; init; }

    /// <summary>What its returns have been like; null, and not written, under rules that do not follow them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReturnMemory? Returns { get; init; }

    /// <summary>Before the first round.</summary>
    public static AssetMemory Blank(AssetSymbol asset) => new(asset, Tier.Normal, null, RoundNumber.None, null, 0);
}
