using System.Collections.Immutable;
using Aura.Dashboard.Queries;
using Aura.Engine.MasterLogic.Measures;

namespace Aura.Dashboard.Components.Charts;

/// <summary>Volatility over time. More points than a chart can draw are thinned to the greatest of each stretch.</summary>
internal static class VolatilityLines
{
    public static IReadOnlyList<ChartSeries> Of(RiskMeasures measures, ImmutableArray<AssetPoint> points)
    {
        var times = points.ToDictionary(point => point.Round, point => point.At);
        DateTimeOffset[] ends = [.. measures.Returns.Select(one => times[one.Round])];
        return
        [
            new ChartSeries(T("EWMA"), Thinned(ends, measures.Ewma)),
            new ChartSeries(T("Realised"), Thinned(ends, measures.Realised)),
        ];
    }

    private static IReadOnlyList<ChartPoint> Thinned(DateTimeOffset[] ends, ImmutableArray<decimal?> values) =>
    [
        .. ends.Zip(values).Chunk(Math.Max(1, (ends.Length + ChartModel.MaxPoints - 1) / ChartModel.MaxPoints))
            .Select(stretch => new ChartPoint(stretch[^1].First, stretch.Max(pair => pair.Second))),
    ];
}
