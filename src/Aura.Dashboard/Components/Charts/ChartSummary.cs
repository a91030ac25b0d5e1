using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Charts;

/// <summary>A chart in one sentence, for whoever does not see it.</summary>
internal static class ChartSummary
{
    public static string Of(string title, IReadOnlyList<ChartSeries> series, ChartFormat format, DeskZone zone)
    {
        var last = series.Select(line => LastOf(line, format, zone)).OfType<string>().ToArray();
        return last.Length == 0 ? T("{0}: no data yet", title) : $"{title}: {string.Join("; ", last)}";
    }

    private static string? LastOf(ChartSeries series, ChartFormat format, DeskZone zone) =>
        series.Points is [.., var point]
            ? T("{0} {1} at {2}", series.Name, point.Value is { } value ? format.Write(value) : T("without value"), zone.Stamp(point.At))
            : null;
}
