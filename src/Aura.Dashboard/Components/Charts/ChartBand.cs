using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Charts;

/// <summary>A horizontal zone, such as a risk tier. Without <paramref name="To"/> it is open upwards.</summary>
public sealed record ChartBand(decimal From, decimal? To, string Label, Tone Tone);
