using System.Text.Json;

namespace Aura.Engine.Market.GoldApi;

/// <summary><c>price</c>: the spot price of a metal in USD per troy ounce, as a JSON number.</summary>
internal sealed class GoldPriceParser : IBodyParser
{
    public string Vendor => "GoldApi";

    public string Function => "price";

    public Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime) =>
        JsonBody.Read(body, root => root.TryGetProperty("price", out _) ? Parse(source, root) : RefusalBody.Of(root, "price"));

    private static Reading Parse(SourceRule source, JsonElement root)
    {
        if (!string.Equals(root.Text("symbol"), source.Symbol, StringComparison.Ordinal))
            return Reading.Refuse(RefusalCode.UnknownSymbol, $"The price is not about {source.Symbol}.");
        if (root.Text("currency") is not Quote.Usd)
            return Reading.Refuse(RefusalCode.Malformed, "The price is not in USD.");
        if (root.Amount("price") is not { } price)
            return Reading.Refuse(RefusalCode.Malformed, "The price is not a plain decimal.");
        if (root.UtcTime("updatedAt", "yyyy-MM-ddTHH:mm:ssZ") is not { } time)
            return Reading.Refuse(RefusalCode.Malformed, "The time of the update is missing or not a time.");

        return Priced.Of(source, price, time);
    }
}
