namespace Aura.Dashboard.Components.Charts;

/// <summary>What a chart says beside its values: zones of value, stretches and moments of time.</summary>
public sealed record ChartNotes(
    IReadOnlyList<ChartBand> Bands, IReadOnlyList<ChartRegion> Regions, IReadOnlyList<ChartMark> Marks)
{
    public static readonly ChartNotes None = new([], [], []);
}
