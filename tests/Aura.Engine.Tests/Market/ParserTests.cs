using System.Text;
using Aura.Engine.Market;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Market;

/// <summary>Each parser: a good body written from the vendor's documentation, then the same body broken in one place.</summary>
public sealed class ParserTests
{
    private const string GlobalQuote = """
        {"Global Quote":{"01. symbol":"GLD","02. open":"311.2400","05. price":"309.3300","06. volume":"10817800",
        "07. latest trading day":"2025-06-04","09. change":"-1.5700","10. change percent":"-0.5050%"}}
        """;

    private const string Rate = """
        {"Realtime Currency Exchange Rate":{"1. From_Currency Code":"XAU","2. From_Currency Name":null,
        "3. To_Currency Code":"USD","5. Exchange Rate":"3356.73000000","6. Last Refreshed":"2025-06-05 19:00:01",
        "7. Time Zone":"UTC","8. Bid Price":"-","9. Ask Price":"-"}}
        """;

    private const string Series = """
        {"meta":{"symbol":"XAU/USD","interval":"1min"},"values":[
        {"datetime":"2025-06-05 18:59:00","open":"3355.00","close":"3356.10"},
        {"datetime":"2025-06-05 18:58:00","open":"3354.00","close":"3355.00"}],"status":"ok"}
        """;

    private const string FinnhubQuote =
        """{"c":467.68,"d":3.81,"dp":0.8213,"h":469.65,"l":464.03,"o":464.955,"pc":463.87,"t":1749150000}""";

    private const string Spot =
        """{"currency":"USD","name":"Gold","price":3356.730195,"symbol":"XAU","updatedAt":"2025-06-05T18:59:30Z"}""";

    public static TheoryData<string, string, string, string> Good => new()
    {
        { "gold-av-gld", GlobalQuote, "309.33", "2025-06-04T20:00:00Z" },
        { "gold-av-xau", Rate, "3356.73", "2025-06-05T19:00:01Z" },
        { "gold-td-xau", Series, "3356.10", "2025-06-05T18:59:00Z" },
        { "msft-fh-quote", FinnhubQuote, "467.68", "2025-06-05T19:00:00Z" },
        { "gold-ga-xau", Spot, "3356.730195", "2025-06-05T18:59:30Z" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_good_body_is_a_quote(string source, string body, string amount, string time)
    {
        var rule = Rule(source);

        var quoted = Assert.IsType<Reading.Quoted>(Read(rule, body));

        Assert.Equal(
            new Quote(rule.Symbol, decimal.Parse(amount), "USD", rule.Unit, DateTimeOffset.Parse(time)), quoted.Quote);
    }

    [Theory]
    [InlineData("gold-av-gld", "\"GLD\"", "\"GLDM\"", RefusalCode.UnknownSymbol)]
    [InlineData("gold-av-gld", "\"01. symbol\":\"GLD\",", "", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"309,3300\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"1,309.33\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"3.1e2\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"NaN\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"Infinity\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\" 309.33\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"+309.33\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "null", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "true", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "[309.33]", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"12345678901234567890123456789\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"0.0000\"", RefusalCode.Implausible)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"-309.33\"", RefusalCode.Implausible)]
    [InlineData("gold-av-gld", "\"309.3300\"", "\"٣٠٩\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "2025-06-04", "2025-06-31", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "2025-06-04", "04.06.2025", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "\"Global Quote\"", "\"Local Quote\"", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "{\"Global Quote\":", "{\"Global Quote\":1,\"Global Quote 2\":", RefusalCode.Malformed)]
    [InlineData("gold-av-xau", "\"XAU\"", "\"XAG\"", RefusalCode.UnknownSymbol)]
    [InlineData("gold-av-xau", "\"USD\"", "\"EUR\"", RefusalCode.UnknownSymbol)]
    [InlineData("gold-av-xau", "\"3356.73000000\"", "\"-\"", RefusalCode.Malformed)]
    [InlineData("gold-av-xau", "\"3356.73000000\"", "\"1..2\"", RefusalCode.Malformed)]
    [InlineData("gold-av-xau", "\"3356.73000000\"", "\"0.00000000\"", RefusalCode.Implausible)]
    [InlineData("gold-av-xau", "\"UTC\"", "\"US/Eastern\"", RefusalCode.Malformed)]
    [InlineData("gold-av-xau", "2025-06-05 19:00:01", "2025-06-05", RefusalCode.Malformed)]
    [InlineData("gold-av-xau", "2025-06-05 19:00:01", "2025-06-05 24:00:01", RefusalCode.Malformed)]
    [InlineData("gold-td-xau", "\"XAU/USD\"", "\"XAG/USD\"", RefusalCode.UnknownSymbol)]
    [InlineData("gold-td-xau", "\"symbol\":\"XAU/USD\",", "", RefusalCode.Malformed)]
    [InlineData("gold-td-xau", "\"3356.10\"", "\"NaN\"", RefusalCode.Malformed)]
    [InlineData("gold-td-xau", "\"3356.10\"", "\"0\"", RefusalCode.Implausible)]
    [InlineData("gold-td-xau", "2025-06-05 18:58:00", "yesterday", RefusalCode.Malformed)]
    [InlineData("msft-fh-quote", "467.68,", "1e309,", RefusalCode.Malformed)]
    [InlineData("msft-fh-quote", "467.68,", "4.6768e2,", RefusalCode.Malformed)]
    [InlineData("msft-fh-quote", "467.68,", "NaN,", RefusalCode.Malformed)]
    [InlineData("msft-fh-quote", "467.68,", "null,", RefusalCode.Malformed)]
    [InlineData("msft-fh-quote", "467.68,", "-1,", RefusalCode.Implausible)]
    [InlineData("msft-fh-quote", "467.68,", "0,", RefusalCode.Implausible)]
    [InlineData("msft-fh-quote", "1749150000", "0", RefusalCode.Malformed)]
    [InlineData("msft-fh-quote", "1749150000", "1749150000.5", RefusalCode.Malformed)]
    [InlineData("msft-fh-quote", "1749150000", "999999999999999999", RefusalCode.Malformed)]
    [InlineData("msft-fh-quote", "1749150000", "\"1749150000\"", RefusalCode.Malformed)]
    [InlineData("gold-ga-xau", "\"XAU\"", "\"XAG\"", RefusalCode.UnknownSymbol)]
    [InlineData("gold-ga-xau", "\"USD\"", "\"EUR\"", RefusalCode.Malformed)]
    [InlineData("gold-ga-xau", "3356.730195", "1e309", RefusalCode.Malformed)]
    [InlineData("gold-ga-xau", "3356.730195", "-3356.73", RefusalCode.Implausible)]
    [InlineData("gold-ga-xau", "2025-06-05T18:59:30Z", "2025-06-05T18:59:30", RefusalCode.Malformed)]
    [InlineData("gold-ga-xau", "\"price\"", "\"prize\"", RefusalCode.Malformed)]
    public void A_body_broken_in_one_place_is_refused_with_its_class(
        string source, string part, string replacement, RefusalCode expected)
    {
        string body = BodyOf(source);
        Assert.Contains(part, body, StringComparison.Ordinal);

        Refused(expected, Rule(source), body.Replace(part, replacement, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("gold-td-xau", """{"code":401,"message":"**apikey** parameter is incorrect","status":"error"}""", RefusalCode.BadKey)]
    [InlineData("gold-td-xau", """{"code":403,"message":"not in your plan","status":"error"}""", RefusalCode.Entitlement)]
    [InlineData("gold-td-xau", """{"code":404,"message":"**symbol** not found","status":"error"}""", RefusalCode.UnknownSymbol)]
    [InlineData("gold-td-xau", """{"code":429,"message":"You have run out of API credits for the current minute.","status":"error"}""", RefusalCode.Throttled)]
    [InlineData("gold-td-xau", """{"code":429,"message":"You have run out of API credits for the day.","status":"error"}""", RefusalCode.QuotaSpent)]
    [InlineData("gold-td-xau", """{"code":500,"message":"?","status":"error"}""", RefusalCode.Malformed)]
    [InlineData("gold-td-xau", """{"code":"429"}""", RefusalCode.Malformed)]
    [InlineData("gold-td-xau", """{"meta":{"symbol":"XAU/USD"},"values":[],"status":"ok"}""", RefusalCode.Empty)]
    [InlineData("gold-td-xau", """{"meta":{"symbol":"XAU/USD"},"values":{},"status":"ok"}""", RefusalCode.Malformed)]
    [InlineData("gold-td-xau", """{"meta":{"symbol":"XAU/USD"},"values":[1],"status":"ok"}""", RefusalCode.Malformed)]
    [InlineData("gold-td-xau", "{}", RefusalCode.Empty)]
    [InlineData("msft-fh-quote", """{"error":"Please use an API key."}""", RefusalCode.BadKey)]
    [InlineData("msft-fh-quote", """{"error":"Invalid API key"}""", RefusalCode.BadKey)]
    [InlineData("msft-fh-quote", """{"error":"API limit reached. Please try again later. Remaining Limit: 0"}""", RefusalCode.Throttled)]
    [InlineData("msft-fh-quote", """{"error":"You don't have access to this resource."}""", RefusalCode.Entitlement)]
    [InlineData("msft-fh-quote", """{"error":"?"}""", RefusalCode.Malformed)]
    [InlineData("msft-fh-quote", """{"c":0,"d":null,"dp":null,"h":0,"l":0,"o":0,"pc":0,"t":0}""", RefusalCode.UnknownSymbol)]
    [InlineData("msft-fh-quote", "{}", RefusalCode.Empty)]
    [InlineData("gold-ga-xau", "{}", RefusalCode.Empty)]
    [InlineData("gold-ga-xau", """{"error":"Symbol not found"}""", RefusalCode.UnknownSymbol)]
    [InlineData("gold-av-xau", """{"Realtime Currency Exchange Rate":{}}""", RefusalCode.Empty)]
    [InlineData("gold-av-gld", """{"Global Quote":{}}""", RefusalCode.Empty)]
    [InlineData("gold-av-gld", """{"Global Quote":[]}""", RefusalCode.Malformed)]
    [InlineData("gold-av-gld", "{}", RefusalCode.Empty)]
    public void An_error_body_is_refused_with_its_class(string source, string body, RefusalCode expected) =>
        Refused(expected, Rule(source), body);

    /// <summary>The vendor moves the same sentence between the three members; the class follows the sentence.</summary>
    [Theory]
    [InlineData("We have detected your API key as K and our standard API rate limit is 25 requests per day.", RefusalCode.QuotaSpent)]
    [InlineData("Please consider spreading out your free API requests (1 request per second). Premium plans lift the rate limit (25 requests per day)", RefusalCode.Throttled)]
    [InlineData("Our standard API call frequency is 5 calls per minute and 500 calls per day.", RefusalCode.Throttled)]
    [InlineData("Burst pattern detected.", RefusalCode.Throttled)]
    [InlineData("This is a premium endpoint.", RefusalCode.Entitlement)]
    [InlineData("the parameter apikey is invalid or missing.", RefusalCode.BadKey)]
    [InlineData("The **demo** API key is for demo purposes only.", RefusalCode.BadKey)]
    [InlineData("Invalid API call. Please retry or visit the documentation", RefusalCode.UnknownSymbol)]
    [InlineData("This API function (GLOBAL_QUOTES) does not exist.", RefusalCode.UnknownSymbol)]
    [InlineData("Something new.", RefusalCode.Malformed)]
    public void Alpha_Vantage_sentences_have_a_class_wherever_they_stand(string sentence, RefusalCode expected)
    {
        foreach (string member in (string[])["Note", "Information", "Error Message"])
            foreach (var source in (SourceRule[])[Standard.GoldShare, Standard.GoldRate])
                Refused(expected, source, $$"""{"{{member}}":"{{sentence}}"}""");
    }

    [Fact]
    public void A_refusal_never_repeats_the_key_that_the_vendor_quotes()
    {
        const string Body = """{"Information":"We have detected your API key as DEMOKEY0000000X and so on"}""";

        string reason = Refused(RefusalCode.QuotaSpent, Standard.GoldShare, Body);

        Assert.DoesNotContain("DEMOKEY", reason, StringComparison.Ordinal);
    }

    /// <summary>A reason is recorded with its decision, and recorded rounds are decided again for ever.</summary>
    [Theory]
    [InlineData("gold-av-gld", """{"Note":"detected your API key; 25 requests per day"}""", "The key's daily allowance is used up.")]
    [InlineData("gold-av-gld", """{"Note":"1 request per second"}""", "The vendor asks for slower requests.")]
    [InlineData("gold-av-gld", """{"Information":"This is a premium endpoint."}""", "The key's plan does not include this endpoint.")]
    [InlineData("gold-av-gld", """{"Information":"apikey is invalid or missing"}""", "The key is missing or wrong.")]
    [InlineData("gold-av-gld", """{"Error Message":"Invalid API call."}""", "The vendor does not know this function or symbol.")]
    [InlineData("gold-av-gld", """{"Note":"?"}""", "The vendor refused with a sentence of no known class.")]
    [InlineData("gold-av-gld", """{"a":1}""", "The body has no member 'Global Quote'.")]
    [InlineData("gold-av-gld", "{}", "The body is an empty object.")]
    [InlineData("gold-av-gld", "{", "The body is not strict JSON.")]
    [InlineData("gold-av-gld", "[]", "The body is JSON but not an object.")]
    [InlineData("gold-td-xau", """{"code":401}""", "The key is missing or wrong.")]
    [InlineData("gold-td-xau", """{"code":403}""", "The key's plan does not include this endpoint.")]
    [InlineData("gold-td-xau", """{"code":404}""", "The vendor does not know this symbol.")]
    [InlineData("gold-td-xau", """{"code":429,"message":"credits for the day"}""", "The key's daily credits are used up.")]
    [InlineData("gold-td-xau", """{"code":429,"message":"credits for the current minute"}""", "The key's credits of this minute are used up.")]
    [InlineData("gold-td-xau", """{"code":500,"message":"?"}""", "The body has no member 'values'.")]
    [InlineData("msft-fh-quote", """{"error":"API limit reached."}""", "The vendor asks for slower requests.")]
    [InlineData("msft-fh-quote", """{"error":"You don't have access to this resource."}""", "The key's plan does not include this endpoint.")]
    [InlineData("msft-fh-quote", """{"error":"Invalid API key"}""", "The key is missing or wrong.")]
    [InlineData("msft-fh-quote", """{"error":"?"}""", "The vendor refused with a sentence of no known class.")]
    [InlineData("msft-fh-quote", """{"d":1}""", "The body has no member 'c'.")]
    [InlineData("gold-ga-xau", """{"a":1}""", "The body has no member 'price'.")]
    public void The_reason_of_a_refusal_keeps_its_words(string source, string body, string reason) =>
        Assert.Equal(
            reason,
            Assert.IsType<Reading.Refused>(BodyParsers.Read(Rule(source), Encoding.UTF8.GetBytes(body), Standard.Start)).Reason);

    [Fact]
    public void A_delayed_entitlement_decorates_the_name_of_the_quote()
    {
        string body = GlobalQuote.Replace("Global Quote", "Global Quote - DATA DELAYED BY 15 MINUTES", StringComparison.Ordinal);

        Assert.Equal(309.33m, Assert.IsType<Reading.Quoted>(Read(Standard.GoldShare, body)).Quote.Amount);
    }

    [Fact]
    public void A_day_without_a_time_is_now_while_its_session_is_open_and_its_close_afterwards()
    {
        string body = GlobalQuote.Replace("2025-06-04", "2025-06-05", StringComparison.Ordinal);
        var close = new DateTimeOffset(2025, 6, 5, 20, 0, 0, TimeSpan.Zero);

        Assert.Equal(Standard.Start, TimeAt(Standard.Start));
        Assert.Equal(close, TimeAt(close));
        Assert.Equal(close, TimeAt(close.AddDays(2)));

        DateTimeOffset TimeAt(DateTimeOffset marketTime) => Assert.IsType<Reading.Quoted>(
            BodyParsers.Read(Standard.GoldShare, Encoding.UTF8.GetBytes(body), marketTime)).Quote.SourceTime;
    }

    public static TheoryData<string> Sources => ["gold-av-gld", "gold-av-xau", "gold-td-xau", "msft-fh-quote", "gold-ga-xau"];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Bytes_that_are_no_strict_JSON_object_are_malformed(string source)
    {
        string good = BodyOf(source).Trim();
        string[] broken =
        [
            "", " ", "null", "1", "\"text\"", "[]", "[" + good + "]", "<html>503</html>",
            good + "x", good + good, "/* remark */" + good, "\ufeff" + good, good.Replace("}", ",}", StringComparison.Ordinal),
            "{\"a\":1,\"a\":2," + good[1..],
            "{\"a\":NaN," + good[1..],
            string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000),
            new string('[', 10_000),
        ];

        foreach (string body in broken)
            Refused(RefusalCode.Malformed, Rule(source), body);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Every_truncation_is_malformed(string source)
    {
        byte[] good = Encoding.UTF8.GetBytes(BodyOf(source).Trim());

        for (int length = 0; length < good.Length; length++)
            Refused(RefusalCode.Malformed, Rule(source), good.AsMemory(0, length));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Text_that_is_not_Unicode_is_malformed(string source)
    {
        byte[] invalid = Encoding.Latin1.GetBytes(BodyOf(source).Replace("XAU", "X\u00c3(", StringComparison.Ordinal)
            .Replace("GLD", "G\u00c3(", StringComparison.Ordinal).Replace("467.68", "\"\u00c3(\"", StringComparison.Ordinal));
        Refused(RefusalCode.Malformed, Rule(source), invalid);

        string half = BodyOf(source).Replace("XAU", "\\ud800", StringComparison.Ordinal)
            .Replace("GLD", "\\ud800", StringComparison.Ordinal).Replace("467.68", "\"\\ud800\"", StringComparison.Ordinal);
        Refused(RefusalCode.Malformed, Rule(source), half);
    }

    [Fact]
    public void An_endpoint_without_a_parser_is_a_bug_of_the_settings() =>
        Assert.Throws<ArgumentException>(() => Read(Standard.GoldShare with { Function = "TIME_SERIES_DAILY" }, "{}"));

    private static string BodyOf(string source) => Good.Single(row => string.Equals(row.Data.Item1, source, StringComparison.Ordinal)).Data.Item2;

    private static SourceRule Rule(string id) =>
        Standard.Sources.Single(source => string.Equals(source.Rule.Id.Value, id, StringComparison.Ordinal)).Rule;

    private static Reading Read(SourceRule source, string body) =>
        BodyParsers.Read(source, Encoding.UTF8.GetBytes(body), Standard.Start);

    private static string Refused(RefusalCode expected, SourceRule source, string body) =>
        Refused(expected, source, Encoding.UTF8.GetBytes(body));

    private static string Refused(RefusalCode expected, SourceRule source, ReadOnlyMemory<byte> body)
    {
        var refused = Assert.IsType<Reading.Refused>(BodyParsers.Read(source, body, Standard.Start));
        Assert.Equal(expected, refused.Code);
        return refused.Reason;
    }
}
