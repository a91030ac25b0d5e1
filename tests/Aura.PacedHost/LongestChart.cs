using System.Text.Json;
using Aura.Dashboard.Components.Charts;

namespace Aura.PacedHost;

/// <summary>What a page sends to its script for a chart of an asset: the agreed price among four sources.</summary>
internal static class LongestChart
{
    private static readonly DateTimeOffset Start = new(2025, 6, 5, 14, 0, 0, TimeSpan.Zero);
    private static readonly string[] Lines = ["Agreed", "gold-av-gld", "gold-av-rate", "gold-av-series", "gold-td-spot"];

    /// <summary>As JSON, in the words that JavaScript calls are written in.</summary>
    public static string Render(int points)
    {
        var series = Lines.Select((name, line) => new ChartSeries(
            name, [.. Enumerable.Range(0, points).Select(i => new ChartPoint(Start.AddSeconds(5 * i), Price(line, i)))]));
        return JsonSerializer.Serialize(
            ChartUpdate.Between(null, ChartModel.Of(new ChartRequest(
                [.. series], null, ChartNotes.None, new ChartFormat("USD/oz", 2, 220), new ChartRange(null, null), Dark: false,
                Clock: "UTC"))));
    }

    private static decimal Price(int line, int point) =>
        3350m + line + Math.Abs((point * 7 % 40) - 20) + (point * (line + 3) % 11 / 10m);
}
