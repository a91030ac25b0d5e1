using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.AlphaVantage;

internal sealed class GoldSilverSpotEndpoint : IVendorEndpoint
{
    public string Vendor => "AlphaVantage";

    public string Function => "GOLD_SILVER_SPOT";

    public string PathAndQuery(SourceRule source, DateTimeOffset marketTime) =>
        $"/query?function=GOLD_SILVER_SPOT&symbol={Uri.EscapeDataString(source.Symbol)}";

    public string Render(SourceRule source, decimal price, DateTimeOffset marketTime) =>
        $$"""
        {
            "nominal": "{{source.Symbol}}USD",
            "timestamp": "{{marketTime:yyyy-MM-dd HH:mm:ss}}",
            "price": "{{Amount.Fixed(price, 10)}}"
        }
        """;

    public string RenderEmpty(SourceRule source) => "{}";
}
