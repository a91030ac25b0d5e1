using Aura.Dashboard.Components.Controls;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Charts;

/// <summary>A chart with its twin, the table of the very same points, and both as files.</summary>
public sealed partial class ChartPanel
{
    private ApexChart? _chart;
    private bool _asTable;

    /// <summary>What is shown, with its subject: unique on a page.</summary>
    [Parameter]
    [EditorRequired]
    public required string Title { get; set; }

    /// <summary>What is shown, where the subject is clear from the surroundings.</summary>
    [Parameter]
    [EditorRequired]
    public required string Heading { get; set; }

    /// <summary>The names of saved files, without their ending.</summary>
    [Parameter]
    [EditorRequired]
    public required string FileName { get; set; }

    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ChartSeries> Series { get; set; }

    [Parameter]
    public IReadOnlyList<ChartCandle>? Candles { get; set; }

    [Parameter]
    public ChartNotes Notes { get; set; } = ChartNotes.None;

    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public int Decimals { get; set; } = 2;

    [Parameter]
    public decimal? YMin { get; set; }

    [Parameter]
    public decimal? YMax { get; set; }

    [Parameter]
    public int Height { get; set; } = 240;

    [Parameter]
    [EditorRequired]
    public required string TestId { get; set; }

    private ChartFormat Format => new(Unit, Decimals, Height);

    private IEnumerable<string> Columns =>
        Candles is null ? Series.Select(series => series.Name) : [T("Open"), T("High"), T("Low"), T("Close")];

    // The same points as the chart draws, and no others.
    private IEnumerable<(DateTimeOffset At, IReadOnlyList<decimal?> Values)> Rows =>
        Candles is { } candles
            ? candles.TakeLast(ChartModel.MaxCandles).Select(candle =>
                (candle.At, (IReadOnlyList<decimal?>)[candle.Open, candle.High, candle.Low, candle.Close]))
            : RowsOf([.. Series.Select(series => series.Points.TakeLast(ChartModel.MaxPoints).ToDictionary(point => point.At, point => point.Value))]);

    private static IEnumerable<(DateTimeOffset At, IReadOnlyList<decimal?> Values)> RowsOf(
        IReadOnlyList<Dictionary<DateTimeOffset, decimal?>> lines) =>
        lines.SelectMany(line => line.Keys).Distinct().Order()
            .Select(at => (at, (IReadOnlyList<decimal?>)[.. lines.Select(line => line.GetValueOrDefault(at))]));

    private CsvTable AsCsv() => new(
        ["time", .. Columns],
        [.. Rows.Select(row => (IReadOnlyList<object?>)[row.At, .. row.Values.Cast<object?>()])]);

    private Task SavePictureAsync() => _chart?.SaveAsync(FileName) ?? Task.CompletedTask;
}
