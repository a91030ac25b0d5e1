using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Charts;

/// <summary>Everything the script needs to draw, and nothing it would have to work out.</summary>
internal sealed record ChartModel(
    IReadOnlyList<ChartLine> Series,
    IReadOnlyList<ChartZone> Bands,
    ChartScale? Axis,
    ChartFormat Format,
    bool Dark)
{
    /// <summary>Beyond this an update costs a browser more time than a tick leaves it.</summary>
    public const int MaxPoints = 300;

    public static ChartModel Of(ChartRequest request)
    {
        var shown = request.Series.Select(series => series with { Points = [.. series.Points.TakeLast(MaxPoints)] }).ToArray();
        var values = shown.SelectMany(series => series.Points).Select(point => point.Value).OfType<decimal>();
        var axis = ChartScale.Over(values, request.Range);
        return new ChartModel(
            [.. shown.Select(LineOf)],
            axis is null ? [] : [.. request.Bands.Select(band => ZoneOf(band, axis)).OfType<ChartZone>()],
            axis,
            request.Format,
            request.Dark);
    }

    private static ChartLine LineOf(ChartSeries series) =>
        new(series.Name, [.. series.Points.Select(point => new decimal?[] { point.At.ToUnixTimeMilliseconds(), point.Value })]);

    private static ChartZone? ZoneOf(ChartBand band, ChartScale axis)
    {
        decimal from = Math.Max(band.From, axis.Min);
        decimal to = Math.Min(band.To ?? axis.Max, axis.Max);
        return from < to ? new ChartZone(from, to, band.Label, band.Tone.CssName()) : null;
    }
}
