using System.Globalization;
using System.Text.Json;

namespace Aura.Engine.Market.AlphaVantage;

/// <summary>
/// <c>TIME_SERIES_INTRADAY</c>: bars of a share, labelled by their start in New York's time. The order of members is no
/// contract of JSON, and the vendor's own differs.
/// </summary>
internal sealed class IntradayParser : IBodyParser
{
    private const string Header = "Meta Data";

    public string Vendor => "AlphaVantage";

    public string Function => "TIME_SERIES_INTRADAY";

    public Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime)
    {
        var asked = InstrumentBars.Of(source.Symbol);
        string member = $"Time Series ({asked.Interval})";
        return JsonBody.Read(body, root => root.Child(member) is { } series
            ? Parse(source, root.Child(Header), series, asked, marketTime)
            : RefusalBody.Of(root, member));
    }

    private static Reading Parse(
        SourceRule source, JsonElement? header, JsonElement series, InstrumentBars asked, DateTimeOffset marketTime)
    {
        if (header?.Text("2. Symbol") is not { } symbol)
            return Reading.Refuse(RefusalCode.Malformed, "The series names no symbol.");
        if (!string.Equals(symbol, asked.Instrument, StringComparison.Ordinal))
            return Reading.Refuse(RefusalCode.UnknownSymbol, $"The series is not about {asked.Instrument}.");
        if (header?.Text("6. Time Zone") is not "US/Eastern")
            return Reading.Refuse(RefusalCode.Malformed, "The series' time zone is not US/Eastern.");
        if (!series.EnumerateObject().Any())
            return Reading.Refuse(RefusalCode.Empty, "The series has no bar.");

        var bars = new List<Bar>();
        foreach (var entry in series.EnumerateObject())
        {
            if (entry.Value.ValueKind is not JsonValueKind.Object
                || entry.Value.Amount("4. close") is not { } close || StartOf(entry.Name) is not { } start)
                return Reading.Refuse(RefusalCode.Malformed, "A bar lacks a plain close or a time.");
            bars.Add(new Bar(start, close));
        }

        return BarSeries.NewestComplete(source, bars, asked.Length, marketTime);
    }

    private static DateTimeOffset? StartOf(string label) =>
        DateTime.TryParseExact(
            label, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? NewYorkTime.InstantOf(local)
            : null;
}
