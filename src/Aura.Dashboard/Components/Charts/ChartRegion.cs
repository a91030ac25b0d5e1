using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Charts;

/// <summary>A stretch of time that is shaded, such as a halt; without <paramref name="To"/> it lasts on.</summary>
public sealed record ChartRegion(DateTimeOffset From, DateTimeOffset? To, string Label, Tone Tone);
