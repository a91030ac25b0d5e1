using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Charts;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.MasterLogic;

namespace Aura.Dashboard.Tests.Components;

public sealed class AssetLinesTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void Thinning_keeps_the_widest_dispersion_of_every_stretch()
    {
        ImmutableArray<AssetPoint> points = [.. Enumerable.Range(0, 1_000).Select(i => Point(i) with { DispersionPercent = i == 501 ? 12m : 1m })];

        var line = AssetLines.Dispersion(points).Single();

        Assert.InRange(line.Points.Count, 200, ChartModel.MaxPoints);
        Assert.Single(line.Points, point => point.Value == 12m);
        Assert.Equal(points[^1].At, line.Points[^1].At);
    }

    [Fact]
    public void A_line_is_interrupted_where_rounds_are_missing_and_not_where_one_came_late()
    {
        ImmutableArray<AssetPoint> points = [Point(0, 1m), Point(5, 2m), Point(10, 3m), Point(25, 4m), Point(30, 5m), Point(60, 6m)];

        var line = AssetLines.Prices(points)[0];

        Assert.Equal([1m, 2m, 3m, 4m, 5m, null, 6m], line.Points.Select(point => point.Value));
    }

    [Fact]
    public void A_slower_schedule_is_no_gap()
    {
        ImmutableArray<AssetPoint> points = [Point(0, 1m), Point(5, 2m), Point(10, 3m), Point(310, 4m), Point(610, 5m)];

        Assert.DoesNotContain(AssetLines.Prices(points)[0].Points, point => point.Value is null);
    }

    [Fact]
    public void A_candle_has_the_first_highest_lowest_and_last_agreed_price_of_its_stretch()
    {
        ImmutableArray<AssetPoint> points =
        [
            Point(0, 10m), Point(5, 14m), Point(10, null), Point(15, 8m), Point(55, 12m), Point(60, 13m), Point(130, null),
        ];

        Assert.Equal(
            [new ChartCandle(Sample.Start, 10m, 14m, 8m, 12m), new ChartCandle(Sample.Start + Minute, 13m, 13m, 13m, 13m)],
            AssetLines.Candles(points, Minute));
    }

    [Fact]
    public void Every_halt_is_one_region_and_the_systems_goes_before_the_assets_own()
    {
        ImmutableArray<AssetPoint> points =
        [
            Point(0), Point(5) with { Own = BreakerState.Open }, Point(10) with { Own = BreakerState.Open },
            Point(15) with { Own = BreakerState.Open, System = BreakerState.Isolated }, Point(20) with { Own = BreakerState.HalfOpen }, Point(25),
        ];

        Assert.Equal(
            [
                new ChartRegion(At(5), At(15), "GOLD Open", Tone.Danger),
                new ChartRegion(At(15), At(20), "SYSTEM Isolated", Tone.Danger),
                new ChartRegion(At(20), At(25), "GOLD HalfOpen", Tone.Warning),
            ],
            AssetLines.Halts(points, "GOLD"));
    }

    [Fact]
    public void A_change_of_tier_is_marked_where_it_happened() =>
        Assert.Equal(
            [new ChartMark(At(5), "High", Tone.High), new ChartMark(At(15), "Normal", Tone.Good)],
            AssetLines.TierChanges([Point(0), Point(5) with { Tier = Tier.High }, Point(10) with { Tier = Tier.High }, Point(15)]));

    [Theory]
    [InlineData(900, 15)]
    [InlineData(906, 15)]
    [InlineData(3_600, 60)]
    [InlineData(86_400, 3_600)]
    public void About_sixty_candles_fill_a_range_and_a_moving_window_does_not_change_their_size(int seconds, int candle) =>
        Assert.Equal(TimeSpan.FromSeconds(candle), AssetLines.StretchFor([Point(0), Point(seconds)]));

    private static DateTimeOffset At(int seconds) => Sample.Start.AddSeconds(seconds);

    private static AssetPoint Point(int seconds, decimal? price = 100m) =>
        AssetPoint.Of(Sample.Round(1), Sample.Gold)! with { At = At(seconds), Price = price };
}
