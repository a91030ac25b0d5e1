using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.TwelveData;

internal sealed class LatestQuoteEndpoint : IVendorEndpoint
{
    public string Vendor => "TwelveData";

    public string Function => "quote";

    public string PathAndQuery(SourceRule source, DateTimeOffset marketTime) =>
        $"/quote?symbol={Uri.EscapeDataString(source.Symbol)}&timezone=UTC";

    public string Render(SourceRule source, decimal price, DateTimeOffset marketTime)
    {
        string amount = Amount.Fixed(price, 5);
        string currency = source.Symbol.Contains('/', StringComparison.Ordinal) ? string.Empty : "\"currency\": \"USD\",";
        return $$"""
            {
                "symbol": "{{source.Symbol}}",
                {{currency}}
                "datetime": "{{marketTime:yyyy-MM-dd}}",
                "timestamp": {{marketTime.ToUnixTimeSeconds()}},
                "last_quote_at": {{marketTime.ToUnixTimeSeconds()}},
                "open": "{{amount}}",
                "high": "{{amount}}",
                "low": "{{amount}}",
                "close": "{{amount}}",
                "previous_close": "{{amount}}",
                "change": "0.00000",
                "percent_change": "0.00000",
                "is_market_open": true
            }
            """;
    }

    public string RenderEmpty(SourceRule source) => "{}";
}
