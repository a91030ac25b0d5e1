namespace Aura.Dashboard.Components.Charts;

/// <summary>One line. The points are in the order of time and never change: a new tick brings a new series.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points)
{
    // A round or two that come late are no gap; a host that stood still for a while is one.
    private const int LongestPause = 5;
    private static readonly TimeSpan ShortestGap = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A line that is interrupted where points are missing: nobody knows what was between them, and a straight line would
    /// claim it. Measured by the distances before and after, because a schedule that changed is no gap.
    /// </summary>
    public static ChartSeries Interrupted(string name, IReadOnlyList<ChartPoint> points)
    {
        var line = new List<ChartPoint>(points.Count);
        for (int i = 0; i < points.Count; i++)
        {
            if (i > 0 && IsGap(points, i))
                line.Add(new ChartPoint(points[i - 1].At + TimeSpan.FromMilliseconds(1), null));
            line.Add(points[i]);
        }

        return new ChartSeries(name, line);
    }

    private static bool IsGap(IReadOnlyList<ChartPoint> points, int at)
    {
        var distance = DistanceTo(points, at);
        return distance > ShortestGap
            && (at > 1 || at + 1 < points.Count)
            && distance > LongestPause * DistanceTo(points, at - 1)
            && distance > LongestPause * DistanceTo(points, at + 1);
    }

    // Before the first point and after the last one there is nothing to measure by.
    private static TimeSpan DistanceTo(IReadOnlyList<ChartPoint> points, int at) =>
        at > 0 && at < points.Count ? points[at].At - points[at - 1].At : TimeSpan.Zero;
}
