using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Publishing;

/// <summary>One asset in a round's report.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="Unit">The unit of its price.</param>
/// <param name="Price">The agreed median, USD per unit; null without a decision.</param>
/// <param name="LastPrice">The last agreed price, this round's included; null before the first.</param>
/// <param name="WeightedMean">USD per unit; null without a decision.</param>
/// <param name="StandardDeviation">USD per unit; null for fewer than two sources.</param>
/// <param name="DispersionPercent">In percent; null for fewer than two sources.</param>
/// <param name="Tier">The tier.</param>
/// <param name="TierStale">Whether the tier stems from an earlier round.</param>
/// <param name="Score">0, 4, 7 or 10.</param>
/// <param name="Quality">How well the price is supported.</param>
/// <param name="QualityReason">Why, in words.</param>
/// <param name="Session">Whether the market trades.</param>
/// <param name="WithheldBecause">Why the price may not be published; null when it may.</param>
/// <param name="Sources">Every configured source, sorted by id.</param>
public sealed record AssetReport(
    AssetSymbol Asset, PriceUnit Unit, decimal? Price, LastPrice? LastPrice, decimal? WeightedMean,
    decimal? StandardDeviation, decimal? DispersionPercent, Tier Tier, bool TierStale, decimal Score,
    Quality Quality, string QualityReason, MarketSession Session, string? WithheldBecause,
    ImmutableArray<SourceReport> Sources)
{
    /// <summary>From the price before, splits taken out, in percent; null, and not written, where it is not compared.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? ChangePercent { get; init; }

    /// <summary>True when the price before is of an earlier session; null, and not written, otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? IsOpening { get; init; }

    /// <summary>
    /// The exponentially weighted volatility of the agreed prices, in percent a round, 9 places; null, and not written,
    /// while there are too few returns or rules do not follow it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? VolatilityPercent { get; init; }

    /// <summary>A jump or an opening gap in one sentence; null, and not written, when there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Remark { get; init; }
}
