using System.Text.Json;

namespace Aura.Engine.Market.TwelveData;

/// <summary>
/// <c>quote</c>: the latest price, which the vendor calls <c>close</c> even while the session is open. The time is that
/// of the last minute bar; <c>timestamp</c>, the opening of the day's bar, is older and only stands in for it.
/// </summary>
internal sealed class TwelveDataQuoteParser : IBodyParser
{
    public string Vendor => "TwelveData";

    public string Function => "quote";

    public Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime) =>
        JsonBody.Read(body, root => root.TryGetProperty("close", out _)
            ? Parse(source, root)
            : RefusalBody.Of(root, "close"));

    private static Reading Parse(SourceRule source, JsonElement root)
    {
        if (root.Text("symbol") is not { } symbol)
            return Reading.Refuse(RefusalCode.Malformed, "The quote names no symbol.");
        if (!string.Equals(symbol, source.Symbol, StringComparison.Ordinal))
            return Reading.Refuse(RefusalCode.UnknownSymbol, $"The quote is not about {source.Symbol}.");
        // Pairs state no currency of their own: their symbol names it.
        if (root.TryGetProperty("currency", out _) && root.Text("currency") is not Quote.Usd)
            return Reading.Refuse(RefusalCode.Malformed, "The quote is not in USD.");
        if (root.Amount("close") is not { } price)
            return Reading.Refuse(RefusalCode.Malformed, "The close is not a plain decimal.");
        if ((root.UnixSeconds("last_quote_at") ?? root.UnixSeconds("timestamp")) is not { } time)
            return Reading.Refuse(RefusalCode.Malformed, "The time is missing or not in seconds since 1970.");

        return Priced.Of(source, price, time);
    }
}
