using System.Text.Json;

namespace Aura.Engine.Market.Finnhub;

/// <summary>
/// <c>quote</c>: current price <c>c</c> at second <c>t</c>. The body names no symbol, and an unknown one is answered
/// with zeros.
/// </summary>
internal sealed class FinnhubQuoteParser : IBodyParser
{
    public string Vendor => "Finnhub";

    public string Function => "quote";

    public Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime) =>
        JsonBody.Read(body, root => root.TryGetProperty("c", out _) ? Parse(source, root) : RefusalBody.Of(root, "c"));

    private static Reading Parse(SourceRule source, JsonElement root)
    {
        if (root.Amount("c") is not { } price)
            return Reading.Refuse(RefusalCode.Malformed, "The current price is not a plain decimal.");
        if (price == 0m && root.Amount("t") is 0m)
            return Reading.Refuse(RefusalCode.UnknownSymbol, "The vendor does not know this symbol.");
        if (root.UnixSeconds("t") is not { } time)
            return Reading.Refuse(RefusalCode.Malformed, "The time is missing or not in seconds since 1970.");

        return Priced.Of(source, price, time);
    }
}
