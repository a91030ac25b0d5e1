namespace Aura.Dashboard.Components.Charts;

/// <summary>One line. The points are in the order of time and never change: a new tick brings a new series.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points)
{
    // A round or two that come late are no gap; a host that stood still for a while is one.
    private const int LongestPause = 5;

    /// <summary>
    /// A line that is interrupted where points are missing: after five times their usual distance nobody knows what was
    /// between them, and a straight line would claim it.
    /// </summary>
    public static ChartSeries Interrupted(string name, IReadOnlyList<ChartPoint> points)
    {
        var limit = LongestPause * UsualDistance(points);
        var line = new List<ChartPoint>(points.Count);
        foreach (var point in points)
        {
            if (limit > TimeSpan.Zero && line is [.., var before] && point.At - before.At > limit)
                line.Add(new ChartPoint(before.At + TimeSpan.FromMilliseconds(1), null));
            line.Add(point);
        }

        return new ChartSeries(name, line);
    }

    private static TimeSpan UsualDistance(IReadOnlyList<ChartPoint> points)
    {
        TimeSpan[] distances = [.. points.Skip(1).Zip(points, (later, earlier) => later.At - earlier.At).Order()];
        return distances.Length == 0 ? TimeSpan.Zero : distances[distances.Length / 2];
    }
}
