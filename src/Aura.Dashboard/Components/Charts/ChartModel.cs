using Aura.Dashboard.Components.Appearance;

namespace Aura.Dashboard.Components.Charts;

/// <summary>Everything the script needs to draw, and nothing it would have to work out.</summary>
internal sealed record ChartModel(
    IReadOnlyList<ChartLine> Series,
    bool IsCandles,
    IReadOnlyList<ChartZone> Bands,
    IReadOnlyList<ChartSpan> Spans,
    ChartScale? Axis,
    ChartFormat Format,
    bool Dark,
    string Clock,
    string Language,
    string NoValue)
{
    /// <summary>Beyond this an update costs a browser more time than a tick leaves it.</summary>
    public const int MaxPoints = 300;

    // The words of spans stand upright, as wide as a line of text is tall: more than these would lie across each other.
    private const int WordsAcross = 20;

    /// <summary>A candle costs as much as two points and a half.</summary>
    public const int MaxCandles = 120;

    public static ChartModel Of(ChartRequest request)
    {
        ChartLine[] lines = request.Candles is { } candles
            ? [CandlesOf(request, candles)]
            : [.. request.Series.Select(LineOf)];
        var axis = ChartScale.Over(lines.SelectMany(line => line.Values), request.Range);
        return new ChartModel(
            lines,
            request.Candles is not null,
            axis is null ? [] : [.. request.Notes.Bands.Select(band => ZoneOf(band, axis)).OfType<ChartZone>()],
            [.. SpansOf(request.Notes, lines)],
            axis,
            request.Format,
            request.Dark,
            request.Clock,
            Languages.Current.Name,
            T("no value"));
    }

    private static ChartLine LineOf(ChartSeries series) => new(
        series.Name,
        [.. series.Points.TakeLast(MaxPoints).Select(point => new decimal?[] { point.At.ToUnixTimeMilliseconds(), point.Value })]);

    private static ChartLine CandlesOf(ChartRequest request, IReadOnlyList<ChartCandle> candles) => new(
        request.Series is [var named, ..] ? named.Name : string.Empty,
        [.. candles.TakeLast(MaxCandles).Select(candle => new decimal?[]
        {
            candle.At.ToUnixTimeMilliseconds(), candle.Open, candle.High, candle.Low, candle.Close,
        })]);

    private static ChartZone? ZoneOf(ChartBand band, ChartScale axis)
    {
        decimal from = Math.Max(band.From, axis.Min);
        decimal to = Math.Min(band.To ?? axis.Max, axis.Max);
        return from < to ? new ChartZone(from, to, band.Label, band.Tone.CssName()) : null;
    }

    // What lies outside of the points would stretch the time axis.
    private static IEnumerable<ChartSpan> SpansOf(ChartNotes notes, ChartLine[] lines)
    {
        decimal?[][] points = [.. lines.Where(line => line.Data.Count > 0).SelectMany(line => new[] { line.Data[0], line.Data[^1] })];
        if (points.Length == 0)
            yield break;

        long first = (long)points.Min(point => point[0])!.Value;
        long last = (long)points.Max(point => point[0])!.Value;
        long apart = (last - first) / WordsAcross;
        foreach (var region in notes.Regions)
        {
            long from = Math.Max(first, region.From.ToUnixTimeMilliseconds());
            long to = Math.Min(last, region.To?.ToUnixTimeMilliseconds() ?? last);
            if (from < to)
                yield return new ChartSpan(from, to, to - from < apart ? string.Empty : region.Label, region.Tone.CssName());
        }

        long[] moments = [.. notes.Marks.Select(mark => mark.At.ToUnixTimeMilliseconds())];
        for (int i = 0; i < moments.Length; i++)
        {
            if (moments[i] < first || moments[i] > last)
                continue;
            // Of marks that stand too close for their words the last one has them: it is what came of it.
            bool isCrowded = i + 1 < moments.Length && moments[i + 1] - moments[i] < apart;
            yield return new ChartSpan(
                moments[i], null, isCrowded ? string.Empty : notes.Marks[i].Label, notes.Marks[i].Tone.CssName());
        }
    }
}
