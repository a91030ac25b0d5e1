using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.TwelveData;

internal sealed class TimeSeriesEndpoint : IVendorEndpoint
{
    public string Vendor => "TwelveData";

    public string Function => "time_series";

    public string PathAndQuery(SourceRule source, DateTimeOffset marketTime) =>
        $"/time_series?symbol={Uri.EscapeDataString(source.Symbol)}&interval=1min&outputsize=1&timezone=UTC";

    public string Render(SourceRule source, decimal price, DateTimeOffset marketTime)
    {
        string amount = Amount.Fixed(price, 5);
        return $$"""
            {
                "meta": { "symbol": "{{source.Symbol}}", "interval": "1min" },
                "values": [
                    {
                        "datetime": "{{marketTime:yyyy-MM-dd HH:mm:ss}}",
                        "open": "{{amount}}",
                        "high": "{{amount}}",
                        "low": "{{amount}}",
                        "close": "{{amount}}"
                    }
                ],
                "status": "ok"
            }
            """;
    }

    public string RenderEmpty(SourceRule source) =>
        $$"""{ "meta": { "symbol": "{{source.Symbol}}", "interval": "1min" }, "values": [], "status": "ok" }""";
}
