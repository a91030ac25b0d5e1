using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.AlphaVantage;

internal sealed class CurrencyExchangeRateEndpoint : IVendorEndpoint
{
    public string Vendor => "AlphaVantage";

    public string Function => "CURRENCY_EXCHANGE_RATE";

    public string PathAndQuery(SourceRule source, DateTimeOffset marketTime)
    {
        var (from, to) = Pair(source);
        return $"/query?function=CURRENCY_EXCHANGE_RATE&from_currency={from}&to_currency={to}";
    }

    public string Render(SourceRule source, decimal price, DateTimeOffset marketTime)
    {
        var (from, to) = Pair(source);
        string rate = Amount.Fixed(price, 8);
        return $$"""
            {
                "Realtime Currency Exchange Rate": {
                    "1. From_Currency Code": "{{from}}",
                    "2. From_Currency Name": null,
                    "3. To_Currency Code": "{{to}}",
                    "4. To_Currency Name": "United States Dollar",
                    "5. Exchange Rate": "{{rate}}",
                    "6. Last Refreshed": "{{marketTime:yyyy-MM-dd HH:mm:ss}}",
                    "7. Time Zone": "UTC",
                    "8. Bid Price": "{{rate}}",
                    "9. Ask Price": "{{rate}}"
                }
            }
            """;
    }

    public string RenderEmpty(SourceRule source) => """{ "Realtime Currency Exchange Rate": {} }""";

    private static (string From, string To) Pair(SourceRule source) =>
        source.Symbol.Split('/') is [var from, var to]
            ? (Uri.EscapeDataString(from), Uri.EscapeDataString(to))
            : throw new FormatException($"The symbol '{source.Symbol}' of {source.Id} is not a pair such as XAU/USD.");
}
