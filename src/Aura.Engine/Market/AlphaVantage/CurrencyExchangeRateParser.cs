using System.Text.Json;

namespace Aura.Engine.Market.AlphaVantage;

/// <summary><c>CURRENCY_EXCHANGE_RATE</c>: a rate such as XAU to USD, stated as <c>XAU/USD</c> in settings.</summary>
internal sealed class CurrencyExchangeRateParser : IBodyParser
{
    private const string Member = "Realtime Currency Exchange Rate";

    public string Vendor => "AlphaVantage";

    public string Function => "CURRENCY_EXCHANGE_RATE";

    public Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime) =>
        JsonBody.Read(body, root => root.Child(Member) is { } rate
            ? Parse(source, rate)
            : RefusalBody.Of(root, Member));

    private static Reading Parse(SourceRule source, JsonElement rate)
    {
        if (!rate.EnumerateObject().Any())
            return Reading.Refuse(RefusalCode.Empty, "The rate is an empty object.");
        string pair = $"{rate.Text("1. From_Currency Code")}/{rate.Text("3. To_Currency Code")}";
        if (!string.Equals(pair, source.Symbol, StringComparison.Ordinal))
            return Reading.Refuse(RefusalCode.UnknownSymbol, $"The rate is not about {source.Symbol}.");
        if (rate.Amount("5. Exchange Rate") is not { } price)
            return Reading.Refuse(RefusalCode.Malformed, "The exchange rate is missing or not a plain decimal.");
        if (rate.Text("7. Time Zone") is not "UTC")
            return Reading.Refuse(RefusalCode.Malformed, "The rate's time zone is not UTC.");
        if (rate.UtcTime("6. Last Refreshed", "yyyy-MM-dd HH:mm:ss") is not { } time)
            return Reading.Refuse(RefusalCode.Malformed, "The time of the last refresh is missing or not a time.");

        return Priced.Of(source, price, time);
    }
}
