namespace Aura.Dashboard.Components.Charts;

/// <summary>A band as the script wants it: closed, inside the axis, its tone a name from the style sheet.</summary>
internal sealed record ChartZone(decimal From, decimal To, string Label, string Tone);
