namespace Aura.Dashboard.Components.Charts;

/// <summary>What the value axis shows at least. Data beyond it widen the axis: a spike is never cut off.</summary>
internal sealed record ChartRange(decimal? Min, decimal? Max);
