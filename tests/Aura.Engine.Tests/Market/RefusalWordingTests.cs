using System.Text;
using System.Text.Json.Nodes;
using Aura.Engine.Market;
using Xunit;

namespace Aura.Engine.Tests.Market;

/// <summary>Sentences that no vendor is known to have sent: the class is in their words, not in a list of sentences.</summary>
public sealed class RefusalWordingTests
{
    [Theory]
    [InlineData(RefusalCode.QuotaSpent, "You have reached your daily limit of 25 requests. Upgrade to continue.")]
    [InlineData(RefusalCode.QuotaSpent, "Daily quota exceeded (800 credits per day, 8 per minute).")]
    [InlineData(RefusalCode.QuotaSpent, "No more API calls are left for today, please come back tomorrow.")]
    [InlineData(RefusalCode.QuotaSpent, "Your monthly allowance is exhausted.")]
    [InlineData(RefusalCode.QuotaSpent, "We have noted your API key as K1; the standard limit is 10 requests in 24 hours.")]
    [InlineData(RefusalCode.QuotaSpent, "You are out of credits.")]
    [InlineData(RefusalCode.Throttled, "Slow down, please!")]
    [InlineData(RefusalCode.Throttled, "TOO MANY REQUESTS")]
    [InlineData(RefusalCode.Throttled, "You have exceeded 8 requests per minute; your plan allows 800 requests per day.")]
    [InlineData(RefusalCode.Throttled, "Rate limit hit. Retry after a moment. Premium plans have higher limits.")]
    [InlineData(RefusalCode.Throttled, "Please limit yourself to one request every second; premium plans lift the daily limits.")]
    [InlineData(RefusalCode.Throttled, "Request was throttled. Expected available in 3 seconds.")]
    [InlineData(RefusalCode.Throttled, "You are sending requests too quickly.")]
    [InlineData(RefusalCode.Entitlement, "This data is only available to subscribers of our Pro plan.")]
    [InlineData(RefusalCode.Entitlement, "Intraday data isn’t included in your current subscription.")]
    [InlineData(RefusalCode.Entitlement, "Your API key does not have permission to use this resource.")]
    [InlineData(RefusalCode.Entitlement, "You don't have access to this resource.")]
    [InlineData(RefusalCode.Entitlement, "Real-time prices require a paid plan; end of day prices are free.")]
    [InlineData(RefusalCode.Entitlement, "XAU/USD is available exclusively with the Grow plan and above.")]
    [InlineData(RefusalCode.BadKey, "The API key you sent has expired.")]
    [InlineData(RefusalCode.BadKey, "Unknown token.")]
    [InlineData(RefusalCode.BadKey, "apikey parameter was not provided; claim one within 20 seconds.")]
    [InlineData(RefusalCode.BadKey, "Authentication failed.")]
    [InlineData(RefusalCode.BadKey, "Please provide a valid key. Free keys allow 25 requests per day.")]
    [InlineData(RefusalCode.BadKey, "401 Unauthorized")]
    [InlineData(RefusalCode.UnknownSymbol, "No data found for the ticker MSFTX.")]
    [InlineData(RefusalCode.UnknownSymbol, "The symbol could not be matched: unknown instrument.")]
    [InlineData(RefusalCode.UnknownSymbol, "Currency pair XAU/USD is not supported.")]
    [InlineData(RefusalCode.UnknownSymbol, "**symbol** or **figi** parameter is missing or invalid. Please provide a valid symbol.")]
    [InlineData(RefusalCode.UnknownSymbol, "The function TIME_SERIES_DAYLY does not exist.")]
    [InlineData(RefusalCode.MarketClosed, "The market is closed.")]
    [InlineData(RefusalCode.Malformed, "Could not satisfy the request Accept header.")]
    [InlineData(RefusalCode.Malformed, "Internal server error.")]
    [InlineData(RefusalCode.Malformed, "Something new.")]
    [InlineData(RefusalCode.Malformed, "")]
    public void A_wording_nobody_has_seen_ends_in_its_class(RefusalCode expected, string sentence)
    {
        string text = JsonValue.Create(sentence).ToJsonString();
        string[] bodies =
        [
            $$"""{"Information":{{text}}}""", $$"""{"Note":{{text}}}""", $$"""{"message":{{text}},"status":"error"}""",
            $$"""{"something new":{{text}}}""", $$"""{"error":{"help":"https://vendor.example/docs","reason":{{text}} } }""",
        ];

        var classes =
            from body in bodies
            from source in VendorSources.All
            select Assert.IsType<Reading.Refused>(
                BodyParsers.Read(source, Encoding.UTF8.GetBytes(body), DateTimeOffset.UnixEpoch)).Code;

        Assert.All(classes, code => Assert.Equal(expected, code));
    }

    [Theory]
    [InlineData(RefusalCode.BadKey, """{"code":401,"message":"?"}""")]
    [InlineData(RefusalCode.Entitlement, """{"statusCode":403,"message":"?"}""")]
    [InlineData(RefusalCode.Entitlement, """{"status":402}""")]
    [InlineData(RefusalCode.UnknownSymbol, """{"code":404,"message":"Please check your API key is valid."}""")]
    [InlineData(RefusalCode.Throttled, """{"code":429}""")]
    [InlineData(RefusalCode.Throttled, """{"code":429,"message":"The symbol is invalid."}""")]
    [InlineData(RefusalCode.QuotaSpent, """{"code":429,"message":"Nothing left of the day's 800 requests."}""")]
    [InlineData(RefusalCode.Malformed, """{"code":500,"message":"?"}""")]
    [InlineData(RefusalCode.Malformed, """{"code":"429"}""")]
    [InlineData(RefusalCode.Malformed, """{"code":429.5}""")]
    public void A_status_number_is_surer_than_words(RefusalCode expected, string body) => Assert.All(
        VendorSources.All,
        source => Assert.Equal(expected, Assert.IsType<Reading.Refused>(
            BodyParsers.Read(source, Encoding.UTF8.GetBytes(body), DateTimeOffset.UnixEpoch)).Code));

    [Fact]
    public void A_sentence_beside_the_expected_data_refuses_nothing() => Assert.IsType<Reading.Quoted>(BodyParsers.Read(
        VendorSources.GoldSilver,
        """{"Note":"Too many requests","nominal":"XAUUSD","timestamp":"2025-06-05 18:59:58","price":"2195.5"}"""u8.ToArray(),
        DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData("<p>Too many requests</p>")]
    [InlineData("\"Too many requests\"")]
    [InlineData("Zu viele Anfragen")]
    public void Plain_text_that_is_markup_or_of_no_class_is_malformed(string body) => Assert.Equal(
        RefusalCode.Malformed,
        Assert.IsType<Reading.Refused>(BodyParsers.Read(
            VendorSources.GoldSilver, Encoding.UTF8.GetBytes(body), DateTimeOffset.UnixEpoch)).Code);
}
