namespace Aura.Dashboard.Components.Charts;

/// <summary>A chart in one sentence, for whoever does not see it.</summary>
internal static class ChartSummary
{
    public static string Of(string title, IReadOnlyList<ChartSeries> series, ChartFormat format)
    {
        var last = series.Select(line => LastOf(line, format)).OfType<string>().ToArray();
        return last.Length == 0 ? $"{title}: no data yet" : $"{title}: {string.Join("; ", last)}";
    }

    private static string? LastOf(ChartSeries series, ChartFormat format) =>
        series.Points is [.., var point]
            ? $"{series.Name} {(point.Value is { } value ? format.Write(value) : "without value")} at {point.At.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"
            : null;
}
