using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.GoldApi;

internal sealed class PriceEndpoint : IVendorEndpoint
{
    public string Vendor => "GoldApi";

    public string Function => "price";

    public string PathAndQuery(SourceRule source, DateTimeOffset marketTime) => $"/price/{Uri.EscapeDataString(source.Symbol)}";

    public string Render(SourceRule source, decimal price, DateTimeOffset marketTime) =>
        $$"""
        {
            "currency": "USD",
            "currencySymbol": "$",
            "exchangeRate": 1,
            "name": "Gold",
            "price": {{Amount.Fixed(price, 6)}},
            "symbol": "{{source.Symbol}}",
            "updatedAt": "{{marketTime:yyyy-MM-ddTHH:mm:ssZ}}"
        }
        """;

    public string RenderEmpty(SourceRule source) => "{}";
}
