using System.Collections.Immutable;
using Aura.Dashboard.Components.Charts;
using Aura.Dashboard.Queries;
using Aura.Engine.MasterLogic.Measures;

namespace Aura.Dashboard.Tests.Components;

public sealed class VolatilityLinesTests
{
    [Fact]
    public void Each_line_has_a_point_at_every_return_and_a_gap_before_its_first_value()
    {
        var points = Points([.. Enumerable.Range(0, 30).Select(i => 100m + (i % 2))]);

        var lines = Lines(points);

        Assert.Equal(["EWMA", "Realised"], lines.Select(line => line.Name));
        Assert.All(lines, line => Assert.Equal(points[1..].Select(point => point.At), line.Points.Select(point => point.At)));
        Assert.All(lines, line => Assert.Equal(19, line.Points.TakeWhile(point => point.Value is null).Count()));
    }

    [Fact]
    public void More_returns_than_a_chart_can_draw_are_thinned_and_no_spike_is_lost()
    {
        // One crash among a thousand rounds: right after it the exponential volatility is at its highest.
        decimal[] prices = [.. Enumerable.Range(0, 1_000).Select(i => i < 501 ? 100m + (i % 2) : 50m + (i % 2))];
        var points = Points(prices);
        var measures = Measured(points);

        var ewma = Lines(points)[0];

        Assert.InRange(ewma.Points.Count, 200, ChartModel.MaxPoints);
        Assert.Equal(measures.Ewma.Max(), ewma.Points.Max(point => point.Value));
        Assert.Equal(points[^1].At, ewma.Points[^1].At);
    }

    private static IReadOnlyList<ChartSeries> Lines(ImmutableArray<AssetPoint> points) =>
        VolatilityLines.Of(Measured(points), points);

    private static RiskMeasures Measured(ImmutableArray<AssetPoint> points) =>
        RiskMeasures.Of([.. points.Select(point => new RoundPrice(point.Round, point.Price))], MeasureRules.Default)!;

    private static ImmutableArray<AssetPoint> Points(decimal[] prices) =>
        [.. prices.Select((price, i) => AssetPoint.Of(Sample.Round(i + 1), Sample.Gold)! with { Price = price })];
}
