namespace Aura.Dashboard.Configuration;

/// <summary>A CSV of recorded prices. Section <c>Market:Replay</c>.</summary>
internal sealed class ReplayOptions
{
    /// <summary>The file; a relative path lies below the content root.</summary>
    public string Path { get; set; } = string.Empty;

    /// <summary>
    /// Source id → column. Several sources may name one column; a source without one is left out, also one whose column
    /// is empty, because an environment variable can empty an entry and not remove it.
    /// </summary>
    public Dictionary<string, string> Columns { get; set; } = new(StringComparer.Ordinal);

    /// <summary>The column of the date (16:00 New York) or time (ISO 8601, UTC unless stated).</summary>
    public string DateColumn { get; set; } = "date";

    /// <summary>The column of the ounces of gold per share; empty for the formula.</summary>
    public string OuncesPerShareColumn { get; set; } = string.Empty;

    /// <summary>What happens after the last row. Accepted: <c>Stop</c>, <c>Loop</c>.</summary>
    public ReplayEnd AtEnd { get; set; } = ReplayEnd.Stop;

    /// <summary>The column of a source, or null when the source is left out.</summary>
    public string? ColumnOf(string sourceId) =>
        Columns.TryGetValue(sourceId, out string? column) && column.Length > 0 ? column : null;
}
