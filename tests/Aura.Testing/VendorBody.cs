using System.Diagnostics;
using System.Globalization;
using System.Text;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Testing;

/// <summary>Bodies in the shape that each vendor documents, with as many members as its parser must not stumble over.</summary>
public static class VendorBody
{
    /// <summary>The body with which a source states a price, valid at an instant.</summary>
    public static byte[] Of(SourceRule source, decimal price, DateTimeOffset at) =>
        Encoding.UTF8.GetBytes(Text(source, DecimalText.Of(price), at.ToUniversalTime()));

    private static string Text(SourceRule source, string price, DateTimeOffset at) => (source.Vendor, source.Function) switch
    {
        ("AlphaVantage", "GLOBAL_QUOTE") => $$"""
            {
                "Global Quote": {
                    "01. symbol": "{{source.Symbol}}",
                    "02. open": "{{price}}",
                    "05. price": "{{price}}",
                    "06. volume": "10817800",
                    "07. latest trading day": "{{NewYorkTime.DateOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}",
                    "10. change percent": "-0.5050%"
                }
            }
            """,
        ("AlphaVantage", "CURRENCY_EXCHANGE_RATE") => $$"""
            {
                "Realtime Currency Exchange Rate": {
                    "1. From_Currency Code": "{{source.Symbol.Split('/')[0]}}",
                    "2. From_Currency Name": null,
                    "3. To_Currency Code": "{{source.Symbol.Split('/')[1]}}",
                    "5. Exchange Rate": "{{price}}",
                    "6. Last Refreshed": "{{Seconds(at)}}",
                    "7. Time Zone": "UTC",
                    "8. Bid Price": "-",
                    "9. Ask Price": "-"
                }
            }
            """,
        ("TwelveData", "time_series") => $$"""
            {
                "meta": { "symbol": "{{source.Symbol}}", "interval": "1min" },
                "values": [
                    { "datetime": "{{Seconds(at)}}", "open": "{{price}}", "close": "{{price}}" },
                    { "datetime": "{{Seconds(at.AddMinutes(-1))}}", "open": "1.00", "close": "1.00" }
                ],
                "status": "ok"
            }
            """,
        ("Finnhub", "quote") =>
            $$"""{"c":{{price}},"d":null,"dp":null,"h":{{price}},"l":{{price}},"o":{{price}},"pc":{{price}},"t":{{at.ToUnixTimeSeconds()}}}""",
        ("GoldApi", "price") => $$"""
            {"currency":"USD","name":"Gold","price":{{price}},"symbol":"{{source.Symbol}}","updatedAt":"{{Seconds(at, 'T')}}Z"}
            """,
        _ => throw new UnreachableException($"No shape for {source.Vendor} {source.Function}."),
    };

    private static string Seconds(DateTimeOffset at, char between = ' ') =>
        at.ToString($"yyyy-MM-dd'{between}'HH:mm:ss", CultureInfo.InvariantCulture);
}
