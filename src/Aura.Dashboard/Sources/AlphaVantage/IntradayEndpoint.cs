using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.AlphaVantage;

internal sealed class IntradayEndpoint : IVendorEndpoint
{
    public string Vendor => "AlphaVantage";

    public string Function => "TIME_SERIES_INTRADAY";

    // The vendor's defaults add extended hours, and all bars of a month to whoever asks for more than the compact answer.
    public string PathAndQuery(SourceRule source, DateTimeOffset marketTime)
    {
        var asked = InstrumentBars.Of(source.Symbol);
        return $"/query?function=TIME_SERIES_INTRADAY&symbol={Uri.EscapeDataString(asked.Instrument)}"
            + $"&interval={asked.Interval}&outputsize=compact&extended_hours=false";
    }

    public string Render(SourceRule source, decimal price, DateTimeOffset marketTime)
    {
        var asked = InstrumentBars.Of(source.Symbol);
        string amount = Amount.Fixed(price, 4);
        string label = $"{NewYorkTime.LocalOf(asked.NewestStart(marketTime)):yyyy-MM-dd HH:mm:ss}";
        return Body(asked, label, $$"""
                    "{{label}}": {
                        "1. open": "{{amount}}",
                        "2. high": "{{amount}}",
                        "3. low": "{{amount}}",
                        "4. close": "{{amount}}",
                        "5. volume": "0"
                    }
            """);
    }

    public string RenderEmpty(SourceRule source) => Body(InstrumentBars.Of(source.Symbol), string.Empty, string.Empty);

    private static string Body(InstrumentBars asked, string refreshed, string bars) => $$"""
        {
            "Meta Data": {
                "1. Information": "Intraday ({{asked.Interval}}) open, high, low, close prices and volume",
                "2. Symbol": "{{asked.Instrument}}",
                "3. Last Refreshed": "{{refreshed}}",
                "4. Interval": "{{asked.Interval}}",
                "5. Output Size": "Compact",
                "6. Time Zone": "US/Eastern"
            },
            "Time Series ({{asked.Interval}})": {
        {{bars}}
            }
        }
        """;
}
