using System.Globalization;
using System.Text;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Components.Controls;

/// <summary>
/// A table as RFC 4180 text, the same in every language: decimals with a point, times in ISO 8601, UTC. A text that a
/// spreadsheet would take for a formula is disarmed by an apostrophe.
/// </summary>
/// <param name="Headers">The names of the columns.</param>
/// <param name="Rows">Cells in the order of the columns; null is an empty cell.</param>
public sealed record CsvTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    private const string LineEnd = "\r\n";

    /// <summary>The whole file.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        Append(text, Headers);
        foreach (var row in Rows)
            Append(text, row);
        return text.ToString();
    }

    private static void Append(StringBuilder text, IEnumerable<object?> cells) =>
        text.AppendJoin(',', cells.Select(cell => Quoted(Written(cell)))).Append(LineEnd);

    private static string Written(object? cell) => cell switch
    {
        null => string.Empty,
        string words => Disarmed(words),
        decimal number => DecimalText.Of(number),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => Disarmed(cell.ToString() ?? string.Empty),
    };

    private static string Disarmed(string words) =>
        words.Length > 0 && words[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + words : words;

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(',', '"', '\n') < 0 && !cell.Contains('\r', StringComparison.Ordinal)
            ? cell
            : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
