namespace Aura.Dashboard.Components.Charts;

/// <summary>One moment of a line. No value leaves a gap: missing data is never drawn as a number.</summary>
public readonly record struct ChartPoint(DateTimeOffset At, decimal? Value);
