using System.Text.Json;

namespace Aura.Engine.Market.Finnhub;

/// <summary>
/// <c>candle</c>: bars of a share as parallel lists, closes <c>c</c> and starts <c>t</c> in seconds since 1970. The body
/// names no symbol; a symbol without bars and an unknown one are answered alike.
/// </summary>
internal sealed class CandleParser : IBodyParser
{
    public string Vendor => "Finnhub";

    public string Function => "candle";

    public Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime) =>
        JsonBody.Read(body, root => root.Text("s") switch
        {
            "ok" => Parse(source, root, marketTime),
            "no_data" => Reading.Refuse(RefusalCode.Empty, "The vendor has no bar in the time asked for."),
            _ => RefusalBody.Of(root, "s"),
        });

    private static Reading Parse(SourceRule source, JsonElement root, DateTimeOffset marketTime)
    {
        if (List(root, "c") is not { } closes || List(root, "t") is not { } starts
            || closes.GetArrayLength() != starts.GetArrayLength())
            return Reading.Refuse(RefusalCode.Malformed, "The closes and times are not two lists of one length.");

        var bars = new List<Bar>();
        foreach (var (close, start) in closes.EnumerateArray().Zip(starts.EnumerateArray()))
        {
            if (close.Amount() is not { } price || start.UnixSeconds() is not { } time)
                return Reading.Refuse(RefusalCode.Malformed, "A bar lacks a plain close or a time.");
            bars.Add(new Bar(time, price));
        }

        return BarSeries.NewestComplete(source, bars, InstrumentBars.Of(source.Symbol).Length, marketTime);
    }

    private static JsonElement? List(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.Array ? member : null;
}
