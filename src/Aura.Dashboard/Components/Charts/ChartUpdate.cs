using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aura.Dashboard.Components.Charts;

/// <summary>
/// What a chart must be told: everything when it is made, and then what changed. A round adds a point to each line and
/// drops one, and only these travel. It is written once, for all pages that are told the same, and by its own converter:
/// every circuit keeps what its serialiser has learned of the types it was given.
/// </summary>
[JsonConverter(typeof(ChartUpdateConverter))]
internal sealed class ChartUpdate
{
    private readonly Lazy<byte[]> _json;

    private ChartUpdate(IReadOnlyList<ChartLineChange> lines, ChartModel frame)
    {
        (Lines, Frame) = (lines, frame);
        _json = new Lazy<byte[]>(() => JsonSerializer.SerializeToUtf8Bytes(
            new ChartUpdateDocument(Lines, Frame), ChartJson.Default.ChartUpdateDocument));
    }

    public IReadOnlyList<ChartLineChange> Lines { get; }

    /// <summary>Everything but the lines.</summary>
    public ChartModel Frame { get; }

    /// <summary>UTF-8 JSON of an object.</summary>
    public ReadOnlySpan<byte> Json => _json.Value;

    /// <param name="drawn">What the browser draws; null when that is not known.</param>
    /// <param name="wanted">What it shall draw.</param>
    public static ChartUpdate Between(ChartModel? drawn, ChartModel wanted) => new(
        [.. wanted.Series.Select((line, i) => drawn?.Series.ElementAtOrDefault(i) is { } before
            ? ChartLineChange.Between(before, line)
            : ChartLineChange.To(line))],
        wanted with { Series = [] });
}
