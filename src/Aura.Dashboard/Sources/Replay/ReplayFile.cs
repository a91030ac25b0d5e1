using System.Globalization;
using Aura.Dashboard.Configuration;
using Aura.Engine.Market;
using CsvHelper;
using CsvHelper.Configuration;

namespace Aura.Dashboard.Sources.Replay;

/// <summary>Reads a CSV of real prices. A bad line stops the host at start and names the line and the column.</summary>
internal static class ReplayFile
{
    private const int MostErrors = 20;

    private static readonly CsvConfiguration Format = new(CultureInfo.InvariantCulture)
    {
        BadDataFound = null,
        MissingFieldFound = null,
        TrimOptions = TrimOptions.Trim,
    };

    /// <exception cref="AuraSettingsException">The file is missing, lacks a column, or has a bad line.</exception>
    public static IReadOnlyList<ReplayRow> Read(string path, ReplayOptions options)
    {
        if (!File.Exists(path))
            throw new AuraSettingsException([$"Market:Replay:Path is '{options.Path}': there is no such file."]);

        using var csv = new CsvReader(new StreamReader(path), Format);
        if (!csv.Read() || !csv.ReadHeader())
            throw new AuraSettingsException([$"Market:Replay:Path is '{options.Path}': the file has no header line."]);

        var columns = options.Columns.Values
            .Where(column => column.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        RequireColumns(csv.HeaderRecord ?? [], columns, options);
        return ReadRows(csv, columns, options);
    }

    private static void RequireColumns(string[] header, List<string> columns, ReplayOptions options)
    {
        var errors = options.Columns
            .Where(pair => pair.Value.Length > 0 && !header.Contains(pair.Value, StringComparer.Ordinal))
            .Select(pair => Missing($"Market:Replay:Columns:{pair.Key}", pair.Value))
            .ToList();
        if (columns.Count == 0)
            errors.Add("Market:Replay:Columns is empty: name a column for at least one source id.");
        if (!header.Contains(options.DateColumn, StringComparer.Ordinal))
            errors.Add(Missing("Market:Replay:DateColumn", options.DateColumn));
        if (options.OuncesPerShareColumn.Length > 0 && !header.Contains(options.OuncesPerShareColumn, StringComparer.Ordinal))
            errors.Add(Missing("Market:Replay:OuncesPerShareColumn", options.OuncesPerShareColumn));
        if (errors.Count > 0)
            throw new AuraSettingsException(errors);

        string Missing(string key, string column) =>
            $"{key} is '{column}': the file has no such column. It has {string.Join(", ", header)}.";
    }

    private static List<ReplayRow> ReadRows(CsvReader csv, List<string> columns, ReplayOptions options)
    {
        var rows = new List<ReplayRow>();
        var errors = new List<string>();
        while (csv.Read() && errors.Count < MostErrors)
        {
            int line = csv.Parser.RawRow;
            var time = Time(csv, line, options.DateColumn, errors);
            var prices = columns.ToDictionary(
                column => column, column => Price(csv, line, column, errors), StringComparer.Ordinal);
            decimal? ounces = options.OuncesPerShareColumn.Length > 0
                ? Price(csv, line, options.OuncesPerShareColumn, errors)
                : null;
            if (rows.Count > 0 && time is not null && time <= rows[^1].Time)
                errors.Add($"Market:Replay:Path, line {line}, column '{options.DateColumn}': not later than the line before.");
            if (time is { } at)
                rows.Add(new ReplayRow(at, prices, ounces));
        }

        if (errors.Count == 0 && rows.Count == 0)
            errors.Add($"Market:Replay:Path is '{options.Path}': the file has no line below its header.");
        return errors.Count == 0 ? rows : throw new AuraSettingsException(errors);
    }

    private static DateTimeOffset? Time(CsvReader csv, int line, string column, List<string> errors)
    {
        string text = csv.GetField(column) ?? string.Empty;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return NewYorkTime.CloseOf(date);
        if (DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return time;
        errors.Add($"Market:Replay:Path, line {line}, column '{column}': '{text}' is neither a date (yyyy-MM-dd) nor an ISO 8601 time.");
        return null;
    }

    private static decimal? Price(CsvReader csv, int line, string column, List<string> errors)
    {
        string text = csv.GetField(column) ?? string.Empty;
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal price) && price > 0m)
            return price;
        errors.Add($"Market:Replay:Path, line {line}, column '{column}': '{text}' is not a positive decimal.");
        return null;
    }
}
