namespace Aura.Dashboard.Components.Charts;

/// <summary>
/// What a page asks a chart to show. Equality is by reference for the lists, so that drawing again is decided without
/// looking at any point.
/// </summary>
internal sealed record ChartRequest(
    IReadOnlyList<ChartSeries> Series,
    IReadOnlyList<ChartBand> Bands,
    ChartFormat Format,
    ChartRange Range,
    bool Dark);
