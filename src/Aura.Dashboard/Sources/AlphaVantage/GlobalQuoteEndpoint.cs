using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.AlphaVantage;

internal sealed class GlobalQuoteEndpoint : IVendorEndpoint
{
    public string Vendor => "AlphaVantage";

    public string Function => "GLOBAL_QUOTE";

    public string PathAndQuery(SourceRule source, DateTimeOffset marketTime) =>
        $"/query?function=GLOBAL_QUOTE&symbol={Uri.EscapeDataString(source.Symbol)}";

    public string Render(SourceRule source, decimal price, DateTimeOffset marketTime)
    {
        string amount = Amount.Fixed(price, 4);
        return $$"""
            {
                "Global Quote": {
                    "01. symbol": "{{source.Symbol}}",
                    "02. open": "{{amount}}",
                    "03. high": "{{amount}}",
                    "04. low": "{{amount}}",
                    "05. price": "{{amount}}",
                    "06. volume": "0",
                    "07. latest trading day": "{{NewYorkTime.DateOf(marketTime):yyyy-MM-dd}}",
                    "08. previous close": "{{amount}}",
                    "09. change": "0.0000",
                    "10. change percent": "0.0000%"
                }
            }
            """;
    }

    public string RenderEmpty(SourceRule source) => """{ "Global Quote": {} }""";
}
