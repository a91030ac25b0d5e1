using System.Text.Json;

namespace Aura.Engine.Market.TwelveData;

/// <summary><c>time_series</c>, asked for in UTC: the close of the newest bar, which the vendor puts first.</summary>
internal sealed class TimeSeriesParser : IBodyParser
{
    public string Vendor => "TwelveData";

    public string Function => "time_series";

    public Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime) =>
        JsonBody.Read(body, root => root.TryGetProperty("values", out var values)
            ? Parse(source, root, values)
            : RefusalBody.Of(root, "values"));

    private static Reading Parse(SourceRule source, JsonElement root, JsonElement values)
    {
        if (root.Child("meta")?.Text("symbol") is not { } symbol)
            return Reading.Refuse(RefusalCode.Malformed, "The series names no symbol.");
        if (!string.Equals(symbol, source.Symbol, StringComparison.Ordinal))
            return Reading.Refuse(RefusalCode.UnknownSymbol, $"The series is not about {source.Symbol}.");
        if (values.ValueKind is not JsonValueKind.Array)
            return Reading.Refuse(RefusalCode.Malformed, "The series is not a list of bars.");
        if (values.GetArrayLength() == 0)
            return Reading.Refuse(RefusalCode.Empty, "The series has no bar.");

        return Newest(source, values);
    }

    private static Reading Newest(SourceRule source, JsonElement values)
    {
        var newest = (Time: DateTimeOffset.MinValue, Close: 0m);
        foreach (var bar in values.EnumerateArray())
        {
            if (bar.ValueKind is not JsonValueKind.Object
                || bar.Amount("close") is not { } close
                || bar.UtcTime("datetime", "yyyy-MM-dd HH:mm:ss") is not { } time)
                return Reading.Refuse(RefusalCode.Malformed, "A bar lacks a plain close or a time.");
            if (time > newest.Time)
                newest = (time, close);
        }

        return Priced.Of(source, newest.Close, newest.Time);
    }
}
