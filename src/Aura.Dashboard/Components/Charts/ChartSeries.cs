namespace Aura.Dashboard.Components.Charts;

/// <summary>One line. The points are in the order of time and never change: a new tick brings a new series.</summary>
public sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points);
