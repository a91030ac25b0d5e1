using System.Globalization;

namespace Aura.Testing;

/// <summary>One line of a CSV of <c>../shared/data</c>, its cells by the names of their columns.</summary>
public sealed class SharedRow
{
    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly string[] _cells;

    internal SharedRow(IReadOnlyDictionary<string, int> columns, string[] cells) => (_columns, _cells) = (columns, cells);

    /// <summary>The cell as it stands there.</summary>
    public string this[string column] => _cells[_columns[column]];

    /// <summary>The day in the column <c>date</c>.</summary>
    public DateOnly Day => DateOnly.ParseExact(this["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The instant in the column <c>time</c>, UTC.</summary>
    public DateTimeOffset Time => DateTimeOffset.Parse(this["time"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>Whether every one of these cells holds something.</summary>
    public bool Has(params string[] columns) => columns.All(column => this[column].Length > 0);

    /// <summary>The number in a cell; null when the cell is empty.</summary>
    public decimal? Number(string column) =>
        this[column].Length == 0 ? null : decimal.Parse(this[column], NumberStyles.Float, CultureInfo.InvariantCulture);
}
