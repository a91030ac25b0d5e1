using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Charts;

/// <summary>A moment that is marked by a line across the chart, such as a change of tier.</summary>
public sealed record ChartMark(DateTimeOffset At, string Label, Tone Tone);
