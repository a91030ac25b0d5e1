using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Queries;

/// <summary>What a chart needs of an asset in one round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Slot">Its slot, UTC: the real clock in every mode.</param>
/// <param name="At">When it was decided, UTC; in Replay the market's clock, for a replay plays a day every few seconds.</param>
/// <param name="Price">The agreed price, USD per unit; null without a decision.</param>
/// <param name="DispersionPercent">In percent; null when undefined.</param>
/// <param name="Tier">The tier.</param>
/// <param name="Own">The asset's breaker after the round.</param>
/// <param name="System">The system's breaker after the round.</param>
/// <param name="SourcePrices">Converted prices of the agreed sources; null for the others.</param>
public sealed record AssetPoint(
    RoundNumber Round, DateTimeOffset Slot, DateTimeOffset At, decimal? Price, decimal? DispersionPercent, Tier Tier, BreakerState Own,
    BreakerState System, ImmutableArray<SourcePoint> SourcePrices)
{
    /// <summary>The market's clock at the round.</summary>
    public DateTimeOffset MarketTime { get; init; }

    /// <summary>Null when the round did not know the asset.</summary>
    public static AssetPoint? Of(RoundReport report, AssetSymbol symbol) =>
        report.Assets.FirstOrDefault(asset => asset.Asset == symbol) is not { } asset
            ? null
            : new AssetPoint(
                report.Round, report.Slot.Instant, report.Mode is MarketMode.Replay ? report.MarketTime : report.CompletedAt, asset.Price,
                asset.DispersionPercent, asset.Tier,
                StateOf(report, breaker => string.Equals(breaker.Scope.Value, symbol.Value, StringComparison.Ordinal)),
                StateOf(report, breaker => breaker.Scope.IsSystem),
                [.. asset.Sources.Select(source => new SourcePoint(source.Id, source.Price))])
            {
                MarketTime = report.MarketTime,
            };

    /// <summary>Prices in shares as they are at an instant, splits taken out; what is stored stays as it was decided.</summary>
    public static ImmutableArray<AssetPoint> Adjusted(
        ImmutableArray<AssetPoint> points, ImmutableArray<CorporateAction>? splits, DateTimeOffset asOf) =>
        splits is null ? points : [.. points.Select(point => point.AdjustedTo(asOf, splits))];

    private AssetPoint AdjustedTo(DateTimeOffset asOf, ImmutableArray<CorporateAction>? splits) => this with
    {
        Price = Adjust(Price, asOf, splits),
        SourcePrices = [.. SourcePrices.Select(source => source with { Price = Adjust(source.Price, asOf, splits) })],
    };

    private decimal? Adjust(decimal? price, DateTimeOffset asOf, ImmutableArray<CorporateAction>? splits) =>
        price is { } stated ? CorporateActions.Adjust(stated, MarketTime, asOf, splits) : null;

    private static BreakerState StateOf(RoundReport report, Func<BreakerReport, bool> isIt) =>
        report.Breakers.FirstOrDefault(isIt)?.State ?? BreakerState.Closed;
}
