using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Aura.VendorStub;

/// <summary>Bodies in the vendors' shapes, with invented prices.</summary>
internal static class StubQuotes
{
    private const string Gold = "3300.10";
    private const string GoldShare = "303.00";
    private const string Company = "415.25";

    // Hours that the exchange's date lies behind UTC, at most.
    private static readonly TimeSpan Behind = TimeSpan.FromHours(5);

    public static string Of(HttpRequest request, DateTimeOffset now) => request.Path.Value switch
    {
        "/query" when request.Query["function"] == "CURRENCY_EXCHANGE_RATE" =>
            $$"""{"Realtime Currency Exchange Rate":{"1. From_Currency Code":"XAU","3. To_Currency Code":"USD","5. Exchange Rate":"{{Gold}}","6. Last Refreshed":"{{Second(now)}}","7. Time Zone":"UTC"} }""",
        "/query" =>
            $$"""{"Global Quote":{"01. symbol":"{{request.Query["symbol"]}}","05. price":"{{Price(request)}}","07. latest trading day":"{{(now - Behind).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}}"} }""",
        "/time_series" =>
            $$"""{"meta":{"symbol":"{{request.Query["symbol"]}}","interval":"1min"},"values":[{"datetime":"{{Second(now)}}","close":"{{Price(request)}}"}],"status":"ok"}""",
        "/api/v1/quote" =>
            $$"""{"c":{{Price(request)}},"d":0,"dp":0,"h":{{Price(request)}},"l":{{Price(request)}},"o":{{Price(request)}},"pc":{{Price(request)}},"t":{{(now - TimeSpan.FromSeconds(5)).ToUnixTimeSeconds()}}}""",
        _ =>
            $$"""{"currency":"USD","name":"Gold","price":{{Gold}},"symbol":"XAU","updatedAt":"{{(now - TimeSpan.FromSeconds(5)).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}}"}""",
    };

    private static string Price(HttpRequest request) => request.Query["symbol"].ToString() switch
    {
        "GLD" => GoldShare,
        "XAU/USD" => Gold,
        _ => Company,
    };

    // Some seconds ago: a bar that a vendor serves lies in the past.
    private static string Second(DateTimeOffset now) =>
        (now - TimeSpan.FromSeconds(5)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
