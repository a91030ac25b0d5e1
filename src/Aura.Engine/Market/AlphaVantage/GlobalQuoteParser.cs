using System.Globalization;
using System.Text.Json;

namespace Aura.Engine.Market.AlphaVantage;

/// <summary><c>GLOBAL_QUOTE</c>: the latest price of a share, dated by trading day only.</summary>
internal sealed class GlobalQuoteParser : IBodyParser
{
    // With a delayed entitlement the vendor appends a remark to the name, so only its start is fixed.
    private const string Member = "Global Quote";

    public string Vendor => "AlphaVantage";

    public string Function => "GLOBAL_QUOTE";

    public Reading Parse(SourceRule source, ReadOnlyMemory<byte> body, DateTimeOffset marketTime) =>
        JsonBody.Read(body, root =>
        {
            var quotes = root.EnumerateObject()
                .Where(member => member.Name.StartsWith(Member, StringComparison.Ordinal))
                .Select(member => member.Value)
                .ToList();
            return quotes is [{ ValueKind: JsonValueKind.Object } quote]
                ? Parse(source, quote, marketTime)
                : RefusalBody.Of(root, Member);
        });

    private static Reading Parse(SourceRule source, JsonElement quote, DateTimeOffset marketTime)
    {
        if (!quote.EnumerateObject().Any())
            return Reading.Refuse(RefusalCode.Empty, "The quote is an empty object.");
        if (quote.Text("01. symbol") is not { } symbol)
            return Reading.Refuse(RefusalCode.Malformed, "The quote names no symbol.");
        if (!string.Equals(symbol, source.Symbol, StringComparison.Ordinal))
            return Reading.Refuse(RefusalCode.UnknownSymbol, $"The quote is not about {source.Symbol}.");
        if (quote.Amount("05. price") is not { } price)
            return Reading.Refuse(RefusalCode.Malformed, "The price is missing or not a plain decimal.");
        if (!DateOnly.TryParseExact(
                quote.Text("07. latest trading day"), "yyyy-MM-dd",
                CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return Reading.Refuse(RefusalCode.Malformed, "The latest trading day is missing or not a date.");

        return Priced.Of(source, price, SourceTime(day, marketTime));
    }

    // Only a day is stated: it stands for that session's close, or for now while the session is still open.
    private static DateTimeOffset SourceTime(DateOnly day, DateTimeOffset marketTime)
    {
        var close = NewYorkTime.CloseOf(day);
        bool stillOpen = marketTime < close && NewYorkTime.DateOf(marketTime) == day;
        return stillOpen ? marketTime : close;
    }
}
