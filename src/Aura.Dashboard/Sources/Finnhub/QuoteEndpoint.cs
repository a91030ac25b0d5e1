using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Finnhub;

internal sealed class QuoteEndpoint : IVendorEndpoint
{
    public string Vendor => "Finnhub";

    public string Function => "quote";

    public string PathAndQuery(SourceRule source, DateTimeOffset marketTime) => $"/api/v1/quote?symbol={Uri.EscapeDataString(source.Symbol)}";

    public string Render(SourceRule source, decimal price, DateTimeOffset marketTime)
    {
        string amount = Amount.Fixed(price, 4);
        return $$"""
            { "c": {{amount}}, "d": 0, "dp": 0, "h": {{amount}}, "l": {{amount}}, "o": {{amount}}, "pc": {{amount}}, "t": {{marketTime.ToUnixTimeSeconds()}} }
            """;
    }

    // Finnhub answers zeros both for a symbol it does not know and for one it has no data for.
    public string RenderEmpty(SourceRule source) =>
        """{ "c": 0, "d": null, "dp": null, "h": 0, "l": 0, "o": 0, "pc": 0, "t": 0 }""";
}
