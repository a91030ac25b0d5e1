using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Api;

/// <summary>An asset in one decided round; the price is null where the round has no decision about it.</summary>
internal sealed record HistoryPointView(
    long Round, DateTimeOffset Slot, DateTimeOffset CompletedAt, string? Price, decimal? DispersionPercent, Tier Tier,
    bool TierStale, decimal Score, Quality Quality, IReadOnlyList<HistorySourceView> Sources)
{
    public static HistoryPointView Of(RoundReport report, AssetReport asset) =>
        new(
            report.Round.Value, report.Slot.Instant, report.CompletedAt,
            asset.Price is { } price ? DecimalText.Of(price) : null, asset.DispersionPercent, asset.Tier,
            asset.TierStale, asset.Score, asset.Quality, [.. asset.Sources.Select(HistorySourceView.Of)]);
}
