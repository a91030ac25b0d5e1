using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.MasterLogic;

namespace Aura.Dashboard.Components.Charts;

/// <summary>
/// An asset's points as charts draw them. More points than a chart can draw are thinned: of each stretch the price is
/// the last one and the dispersion the widest, so that no spike is ever lost.
/// </summary>
internal static class AssetLines
{
    private const int WantedCandles = 60;

    // A window that moves with the clock is a moment longer or shorter with every round: its candles must not change size.
    private const double Tolerance = 1.1;

    private static readonly TimeSpan[] Lengths =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromDays(1), TimeSpan.FromDays(7),
        TimeSpan.FromDays(30),
    ];

    /// <summary>A length of candles by which the points make about sixty of them.</summary>
    public static TimeSpan StretchFor(ImmutableArray<AssetPoint> points)
    {
        var whole = points.Length > 1 ? points[^1].At - points[0].At : TimeSpan.Zero;
        return Lengths.FirstOrDefault(length => length * WantedCandles * Tolerance >= whole, Lengths[^1]);
    }

    /// <summary>The agreed price first, then every source that the points know.</summary>
    public static IReadOnlyList<ChartSeries> Prices(ImmutableArray<AssetPoint> points)
    {
        var shown = Stretches(points).Select(stretch => stretch[^1]).ToList();
        var sources = points.IsEmpty ? [] : points[^1].SourcePrices.Select(source => source.Source).ToList();
        return
        [
            ChartSeries.Interrupted(T("Agreed"), [.. shown.Select(point => new ChartPoint(point.At, point.Price))]),
            .. sources.Select(id => ChartSeries.Interrupted(
                id.Value,
                [.. shown.Select(point => new ChartPoint(
                    point.At, point.SourcePrices.FirstOrDefault(source => source.Source == id)?.Price))])),
        ];
    }

    public static IReadOnlyList<ChartSeries> Dispersion(ImmutableArray<AssetPoint> points) =>
    [
        ChartSeries.Interrupted(
            T("Dispersion"),
            [.. Stretches(points).Select(stretch => new ChartPoint(
                stretch[^1].At, stretch.Max(point => point.DispersionPercent)))]),
    ];

    /// <summary>What agreed prices did in each of equal stretches of time; one without a price has no candle.</summary>
    public static IReadOnlyList<ChartCandle> Candles(ImmutableArray<AssetPoint> points, TimeSpan stretch) =>
    [
        .. points.Where(point => point.Price is not null)
            .GroupBy(point => point.At.UtcTicks / stretch.Ticks)
            .Select(group => new ChartCandle(
                new DateTimeOffset(group.Key * stretch.Ticks, TimeSpan.Zero),
                group.First().Price!.Value, group.Max(point => point.Price!.Value),
                group.Min(point => point.Price!.Value), group.Last().Price!.Value)),
    ];

    /// <summary>The deviation of the returns within each stretch, in percent per round.</summary>
    public static IReadOnlyList<ChartSeries> Volatility(ImmutableArray<AssetPoint> points, TimeSpan stretch) =>
    [
        new ChartSeries(
            T("Volatility"),
            [.. points.GroupBy(point => point.At.UtcTicks / stretch.Ticks)
                .Select(group => new ChartPoint(
                    new DateTimeOffset(group.Key * stretch.Ticks, TimeSpan.Zero),
                    RangeStatistics.Of(group.Select(point => point.Price))?.VolatilityPercent))]),
    ];

    /// <summary>The tiers as zones of dispersion.</summary>
    public static IReadOnlyList<ChartBand> Tiers(RiskRules rules) =>
    [
        Band(0m, rules.ElevatedAbovePercent, Tier.Normal),
        Band(rules.ElevatedAbovePercent, rules.HighAbovePercent, Tier.Elevated),
        Band(rules.HighAbovePercent, rules.ExtremeAbovePercent, Tier.High),
        Band(rules.ExtremeAbovePercent, null, Tier.Extreme),
    ];

    /// <summary>When a breaker kept prices back: the system's where it halts, else the asset's own.</summary>
    public static IReadOnlyList<ChartRegion> Halts(ImmutableArray<AssetPoint> points, string asset)
    {
        var regions = new List<ChartRegion>();
        for (int i = 0; i < points.Length;)
        {
            var (scope, state) = HaltOf(points[i], asset);
            int end = i + 1;
            while (end < points.Length && HaltOf(points[end], asset) == (scope, state))
                end++;
            if (state is not BreakerState.Closed)
                regions.Add(new ChartRegion(
                    points[i].At, end < points.Length ? points[end].At : null, $"{scope} {state}", BreakerLook.Of(state).Tone));
            i = end;
        }

        return regions;
    }

    /// <summary>When the tier changed, and to which.</summary>
    public static IReadOnlyList<ChartMark> TierChanges(ImmutableArray<AssetPoint> points) =>
    [
        .. points.Skip(1).Zip(points, (now, before) => (Now: now, Before: before))
            .Where(pair => pair.Now.Tier != pair.Before.Tier)
            .Select(pair => new ChartMark(pair.Now.At, TierLook.Of(pair.Now.Tier).Word, TierLook.Of(pair.Now.Tier).Tone)),
    ];

    private static (string Scope, BreakerState State) HaltOf(AssetPoint point, string asset) =>
        point.System is not BreakerState.Closed ? ("SYSTEM", point.System) : (asset, point.Own);

    private static IEnumerable<AssetPoint[]> Stretches(ImmutableArray<AssetPoint> points) =>
        points.Chunk(Math.Max(1, (points.Length + ChartModel.MaxPoints - 1) / ChartModel.MaxPoints));

    private static ChartBand Band(decimal from, decimal? to, Tier tier)
    {
        var look = TierLook.Of(tier);
        return new ChartBand(from, to, look.Word, look.Tone);
    }
}
