namespace Aura.Dashboard.Components.Charts;

/// <summary>
/// What a page asks a chart to show. Equality is by reference for the lists, so that drawing again is decided without
/// looking at any point. <paramref name="Clock"/> is the IANA name of the clock on the time axis.
/// </summary>
internal sealed record ChartRequest(
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<ChartCandle>? Candles,
    ChartNotes Notes,
    ChartFormat Format,
    ChartRange Range,
    bool Dark,
    string Clock);
