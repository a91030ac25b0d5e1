using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Charts;

/// <summary>How values are written, and how tall the chart is in CSS pixels.</summary>
internal sealed record ChartFormat(string? Unit, int Decimals, int Height)
{
    public string Write(decimal value) =>
        value.ToString("N" + Decimals, Languages.Current) + (string.IsNullOrEmpty(Unit) ? "" : " " + Unit);
}
