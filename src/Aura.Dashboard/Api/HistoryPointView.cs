using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Api;

/// <summary>An asset in one decided round; the price is null where the round has no decision about it.</summary>
internal sealed record HistoryPointView(
    long Round, DateTimeOffset Slot, DateTimeOffset CompletedAt, string? Price, decimal? DispersionPercent, Tier Tier,
    bool TierStale, decimal Score, Quality Quality, IReadOnlyList<HistorySourceView> Sources,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AdjustedPrice = null)
{
    /// <param name="report">The round.</param>
    /// <param name="asset">The asset in it.</param>
    /// <param name="splits">Splits of the asset: with one since the round, the price is given in shares of today too.</param>
    /// <param name="asOf">The market's clock today.</param>
    public static HistoryPointView Of(
        RoundReport report, AssetReport asset, ImmutableArray<CorporateAction>? splits, DateTimeOffset asOf) =>
        new(
            report.Round.Value, report.Slot.Instant, report.CompletedAt,
            asset.Price is { } price ? DecimalText.Of(price) : null, asset.DispersionPercent, asset.Tier,
            asset.TierStale, asset.Score, asset.Quality, [.. asset.Sources.Select(HistorySourceView.Of)],
            asset.Price is { } stated && CorporateActions.Adjust(stated, report.MarketTime, asOf, splits) is var adjusted && adjusted != stated
                ? DecimalText.Of(adjusted)
                : null);
}
