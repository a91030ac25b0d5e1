namespace Aura.Dashboard.Components.Charts;

/// <summary>What a price did in a stretch of time that begins at <paramref name="At"/>.</summary>
public sealed record ChartCandle(DateTimeOffset At, decimal Open, decimal High, decimal Low, decimal Close);
