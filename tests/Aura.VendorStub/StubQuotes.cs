using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Aura.VendorStub;

/// <summary>Bodies in the vendors' shapes, with invented prices.</summary>
internal static class StubQuotes
{
    // Some seconds ago: what a vendor serves lies in the past.
    private static readonly TimeSpan Ago = TimeSpan.FromSeconds(5);

    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    public static string Of(HttpRequest request, StubPrices prices, DateTimeOffset now)
    {
        string symbol = request.Query["symbol"].ToString();
        string price = prices.Of(symbol);
        return request.Path.Value switch
        {
            "/query" => AlphaVantage(request, symbol, prices, now),
            "/time_series" =>
                $$"""{"meta":{"symbol":"{{symbol}}","interval":"1min"},"values":[{"datetime":"{{Second(now)}}","close":"{{price}}"}],"status":"ok"}""",
            "/quote" =>
                $$"""{"symbol":"{{symbol}}","currency":"USD","datetime":"{{Second(now)[..10]}}","timestamp":{{(now - Ago).ToUnixTimeSeconds()}},"last_quote_at":{{(now - Ago).ToUnixTimeSeconds()}},"close":"{{price}}","is_market_open":true}""",
            "/api/v1/quote" =>
                $$"""{"c":{{price}},"d":0,"dp":0,"h":{{price}},"l":{{price}},"o":{{price}},"pc":{{price}},"t":{{(now - Ago).ToUnixTimeSeconds()}}}""",
            _ =>
                $$"""{"currency":"USD","name":"Gold","price":{{prices.Of("XAU")}},"symbol":"XAU","updatedAt":"{{(now - Ago).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}"}""",
        };
    }

    private static string AlphaVantage(HttpRequest request, string symbol, StubPrices prices, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, NewYork);
        string bar = Minute(local.AddTicks(-(local.Ticks % TimeSpan.FromMinutes(5).Ticks)).AddMinutes(-5));
        return request.Query["function"].ToString() switch
        {
            "CURRENCY_EXCHANGE_RATE" =>
                $$"""{"Realtime Currency Exchange Rate":{"1. From_Currency Code":"XAU","3. To_Currency Code":"USD","5. Exchange Rate":"{{prices.Of("XAU")}}","6. Last Refreshed":"{{Second(now)}}","7. Time Zone":"UTC"} }""",
            "TIME_SERIES_INTRADAY" =>
                $$"""{"Meta Data":{"2. Symbol":"{{symbol}}","3. Last Refreshed":"{{bar}}","4. Interval":"5min","6. Time Zone":"US/Eastern"},"Time Series (5min)":{"{{bar}}":{"1. open":"{{prices.Of(symbol)}}","2. high":"{{prices.Of(symbol)}}","3. low":"{{prices.Of(symbol)}}","4. close":"{{prices.Of(symbol)}}","5. volume":"10"} } }""",
            _ =>
                $$"""{"Global Quote":{"01. symbol":"{{symbol}}","05. price":"{{prices.Of(symbol)}}","07. latest trading day":"{{local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}"} }""",
        };
    }

    private static string Second(DateTimeOffset now) =>
        (now - Ago).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Minute(DateTimeOffset local) => local.ToString("yyyy-MM-dd HH:mm:00", CultureInfo.InvariantCulture);
}
