using System.Text;
using Aura.Engine.Market;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Market;

/// <summary>Every kept body is what its vendor's parser must make of it, and nothing to any other parser.</summary>
public sealed class OwnBodyTests
{
    /// <summary>The bodies that are prices, each with the only source that may read one in it.</summary>
    private static readonly (string File, SourceRule Source, string Amount, string Time)[] Prices =
    [
        ("global-quote.json", Standard.GoldShare, "202.25", "2025-06-05T19:00:00Z"),
        ("global-quote-delayed.json", Standard.GoldShare, "202.25", "2025-06-05T19:00:00Z"),
        ("exchange-rate.json", Standard.GoldRate, "2195.12", "2025-06-05T18:59:40Z"),
        ("intraday-unordered-with-running-bar.json", VendorSources.Intraday, "402.05", "2025-06-05T19:00:00Z"),
        ("intraday-extended-hours.json", VendorSources.Intraday, "399.5", "2025-06-04T20:00:00Z"),
        ("gold-spot.json", VendorSources.GoldSilver, "2195.1234567891", "2025-06-05T18:59:58Z"),
        ("twelve-series.json", Standard.GoldSeries, "2195.4", "2025-06-05T18:59:00Z"),
        ("twelve-quote.json", VendorSources.TwelveQuote, "402.15", "2025-06-05T18:59:00Z"),
        ("finnhub-quote.json", Standard.MsftQuote, "402.11", "2025-06-05T18:59:59Z"),
        ("finnhub-candles.json", VendorSources.Candles, "402.07", "2025-06-05T19:00:00Z"),
        ("gold-price.json", Standard.GoldSpot, "2195.330195", "2025-06-05T18:59:30Z"),
    ];

    /// <summary>What the vendor that sends the body means by it.</summary>
    private static readonly (string File, SourceRule Source, RefusalCode Code)[] Refusals =
    [
        ("global-quote-comma.json", Standard.GoldShare, RefusalCode.Malformed),
        ("global-quote-zero.json", Standard.GoldShare, RefusalCode.Implausible),
        ("global-quote-other-symbol.json", Standard.GoldShare, RefusalCode.UnknownSymbol),
        ("global-quote-no-data.json", Standard.GoldShare, RefusalCode.Empty),
        ("intraday-no-bar.json", VendorSources.Intraday, RefusalCode.Empty),
        ("silver-spot.json", VendorSources.GoldSilver, RefusalCode.UnknownSymbol),
        ("twelve-quote-euro.json", VendorSources.TwelveQuote, RefusalCode.Malformed),
        ("finnhub-unknown.json", Standard.MsftQuote, RefusalCode.UnknownSymbol),
        ("finnhub-candles-uneven.json", VendorSources.Candles, RefusalCode.Malformed),
        ("finnhub-candles-ahead.json", VendorSources.Candles, RefusalCode.FutureDated),
        ("finnhub-no-candles.json", VendorSources.Candles, RefusalCode.Empty),
    ];

    /// <summary>What every parser makes of a body that no vendor of prices sent as a price.</summary>
    private static readonly (string File, RefusalCode Code)[] RefusedByAll =
    [
        ("empty-object.json", RefusalCode.Empty),
        ("refused-spent.json", RefusalCode.QuotaSpent),
        ("refused-fast.json", RefusalCode.Throttled),
        ("refused-premium.json", RefusalCode.Entitlement),
        ("refused-key.json", RefusalCode.BadKey),
        ("refused-call.json", RefusalCode.UnknownSymbol),
        ("refused-credits.json", RefusalCode.Throttled),
        ("refused-unauthorised.json", RefusalCode.BadKey),
        ("refused-token.json", RefusalCode.BadKey),
        ("refused-plain.txt", RefusalCode.Throttled),
        ("unavailable.html", RefusalCode.Malformed),
        ("rows.csv", RefusalCode.Malformed),
        ("letters.csv", RefusalCode.Malformed),
        ("list.json", RefusalCode.Malformed),
    ];

    [Fact]
    public void Every_body_is_claimed_once_and_every_parser_has_a_source() => Assert.Multiple(
        () => Assert.Equal(
            OwnBody.Names,
            Prices.Select(price => price.File).Concat(Refusals.Select(refusal => refusal.File))
                .Concat(RefusedByAll.Select(refusal => refusal.File)).Order(StringComparer.Ordinal)),
        () => Assert.Equal(
            BodyParsers.All, VendorSources.All.Select(source => BodyParsers.Find(source.Vendor, source.Function))));

    [Fact]
    public void A_price_is_read_by_its_own_parser() => Assert.All(Prices, price => Assert.Equal(
        new Quote(
            price.Source.Symbol, decimal.Parse(price.Amount), "USD", price.Source.Unit, DateTimeOffset.Parse(price.Time)),
        Assert.IsType<Reading.Quoted>(Read(price.Source, price.File)).Quote));

    [Fact]
    public void A_refusal_is_read_with_its_class() => Assert.All(Refusals, refusal => Assert.Equal(
        refusal.Code, Assert.IsType<Reading.Refused>(Read(refusal.Source, refusal.File)).Code));

    [Fact]
    public void A_refusal_of_any_vendor_has_the_same_class_for_every_parser() => Assert.All(
        RefusedByAll,
        refusal => Assert.All(VendorSources.All, source => Assert.Equal(
            refusal.Code, Assert.IsType<Reading.Refused>(Read(source, refusal.File)).Code)));

    [Fact]
    public void No_parser_reads_a_price_in_the_body_of_another_endpoint()
    {
        var misread =
            from file in OwnBody.Names
            from source in VendorSources.All
            where !Prices.Any(price => price.File == file && price.Source == source)
            where Read(source, file) is not Reading.Refused { Code: not RefusalCode.None, Reason.Length: > 0 }
            select $"{source.Id} reads {file}";

        Assert.Empty(misread);
    }

    [Fact]
    public void No_reason_repeats_a_key_that_a_body_echoes() => Assert.All(VendorSources.All, source => Assert.DoesNotContain(
        "CANARY", Assert.IsType<Reading.Refused>(Read(source, "refused-spent.json")).Reason, StringComparison.Ordinal));

    /// <summary>A body in which one number is replaced by what is no number to be used.</summary>
    [Theory]
    [InlineData("NaN")]
    [InlineData("\"NaN\"")]
    [InlineData("Infinity")]
    [InlineData("\"-Infinity\"")]
    [InlineData("1e309")]
    [InlineData("\"1e309\"")]
    [InlineData("1e-5")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("\"402,15\"")]
    [InlineData("\"4.021,50\"")]
    [InlineData("\"4,021.50\"")]
    [InlineData("\"402.15 \"")]
    [InlineData("\"0x192\"")]
    [InlineData("\"４０２\"")]
    [InlineData("0402.15")]
    [InlineData("null")]
    [InlineData("[402.15]")]
    [InlineData("{\"value\":402.15}")]
    public void A_number_in_no_plain_form_is_malformed(string number) => Assert.All(
        new (string File, SourceRule Source, string Part)[]
        {
            ("intraday-unordered-with-running-bar.json", VendorSources.Intraday, "\"402.0500\""),
            ("gold-spot.json", VendorSources.GoldSilver, "\"2195.1234567891\""),
            ("twelve-quote.json", VendorSources.TwelveQuote, "\"402.15000\""),
            ("finnhub-candles.json", VendorSources.Candles, "402.07"),
        },
        row => Assert.Equal(RefusalCode.Malformed, Assert.IsType<Reading.Refused>(
            Broken(row.Source, row.File, row.Part, number)).Code));

    [Theory]
    [InlineData("0")]
    [InlineData("-402.15")]
    [InlineData("1000000000000.01")]
    public void A_number_outside_every_market_is_implausible(string number) => Assert.All(
        new (string File, SourceRule Source, string Part)[]
        {
            ("intraday-unordered-with-running-bar.json", VendorSources.Intraday, "\"402.0500\""),
            ("gold-spot.json", VendorSources.GoldSilver, "\"2195.1234567891\""),
            ("twelve-quote.json", VendorSources.TwelveQuote, "\"402.15000\""),
            ("finnhub-candles.json", VendorSources.Candles, "402.07"),
        },
        row => Assert.Equal(RefusalCode.Implausible, Assert.IsType<Reading.Refused>(
            Broken(row.Source, row.File, row.Part, number)).Code));

    [Fact]
    public void Bytes_that_are_no_strict_JSON_object_are_malformed_for_every_price() => Assert.All(Prices, price =>
    {
        string good = Encoding.UTF8.GetString(OwnBody.Read(price.File)).Trim();
        byte[][] broken =
        [
            .. new[]
            {
                good + "x", good + good, good + "\0", "\ufeff" + good, "[" + good + "]", "/**/" + good, good[..^1],
                "{\"a\":1,\"a\":1," + good[1..], "{\"a\":NaN," + good[1..], "{\"a\":1e309e," + good[1..],
                "{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "," + good[1..],
                string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + good + new string('}', 10_000),
            }.Select(Encoding.UTF8.GetBytes),
            [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\","u8, .. Encoding.UTF8.GetBytes(good[1..])],
            Encoding.Unicode.GetBytes(good),
        ];

        Assert.All(broken, body => Assert.Equal(
            RefusalCode.Malformed,
            Assert.IsType<Reading.Refused>(BodyParsers.Read(price.Source, body, Standard.Start)).Code));
    });

    [Fact]
    public void A_repeated_member_is_refused_at_any_depth()
    {
        Assert.Equal(RefusalCode.Malformed, Code("finnhub-quote.json", Standard.MsftQuote, "\"c\": 402.11", "\"c\":402.11,\"c\":1"));
        Assert.Equal(RefusalCode.Malformed, Code("gold-spot.json", VendorSources.GoldSilver, "\"price\":", "\"pri\\u0063e\":\"1\",\"price\":"));
        Assert.Equal(RefusalCode.Malformed, Code(
            "intraday-unordered-with-running-bar.json", VendorSources.Intraday, "2025-06-05 14:50:00", "2025-06-05 14:55:00"));
    }

    private static RefusalCode Code(string file, SourceRule source, string part, string replacement) =>
        Assert.IsType<Reading.Refused>(Broken(source, file, part, replacement)).Code;

    private static Reading Broken(SourceRule source, string file, string part, string replacement)
    {
        string body = Encoding.UTF8.GetString(OwnBody.Read(file));
        Assert.Contains(part, body, StringComparison.Ordinal);
        return BodyParsers.Read(
            source, Encoding.UTF8.GetBytes(body.Replace(part, replacement, StringComparison.Ordinal)), Standard.Start);
    }

    private static Reading Read(SourceRule source, string file) =>
        BodyParsers.Read(source, OwnBody.Read(file), Standard.Start);
}
