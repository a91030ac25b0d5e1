using System.Text.Json;

namespace Aura.Engine.Market.AlphaVantage;

/// <summary>
/// <c>GOLD_SILVER_SPOT</c>: the spot price of a metal such as <c>XAU</c> in USD per troy ounce. The vendor states no time
/// zone; UTC is assumed, and a clock of another zone would show as a stale or future-dated source, never as a fresh one.
/// </summary>
internal sealed class GoldSilverSpotParser : IBodyParser
{
    private const string Member = "price";

    public string Vendor => "AlphaVantage";

    public string Function => "GOLD_SILVER_SPOT";

    // Other vendors' bodies have a price too: only this one calls its instrument nominal.
    public Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime) =>
        JsonBody.Read(body, root => root.Text("nominal") is { } nominal && root.TryGetProperty(Member, out _)
            ? Parse(source, root, nominal)
            : RefusalBody.Of(root, Member));

    private static Reading Parse(SourceRule source, JsonElement root, string nominal)
    {
        if (!string.Equals(nominal, source.Symbol + Quote.Usd, StringComparison.Ordinal))
            return Reading.Refuse(RefusalCode.UnknownSymbol, $"The price is not about {source.Symbol} in USD.");
        if (root.Amount(Member) is not { } price)
            return Reading.Refuse(RefusalCode.Malformed, "The price is not a plain decimal.");
        if (root.UtcTime("timestamp", "yyyy-MM-dd HH:mm:ss") is not { } time)
            return Reading.Refuse(RefusalCode.Malformed, "The time is missing or not a time.");

        return Priced.Of(source, price, time);
    }
}
