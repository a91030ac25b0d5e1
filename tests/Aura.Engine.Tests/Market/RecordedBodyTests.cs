using System.Globalization;
using Aura.Engine.Market;
using Aura.Testing;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Market;

/// <summary>Recorded and documented bodies of <c>../shared/data</c>; each file is described there in <c>fixtures.json</c>.</summary>
public sealed class RecordedBodyTests
{
    private static readonly SourceRule Pair = Standard.GoldRate with { Symbol = "BTC/CNY" };

    private static readonly SourceRule ShareOfMsft = Standard.MsftDay;

    /// <summary>Owned files: either a price or a class.</summary>
    private static readonly (string File, SourceRule Source, string Expected)[] Owned =
    [
        ("alpha-vantage/global_quote_gld.json", Standard.GoldShare, "309.33"),
        ("alpha-vantage/global_quote_weekend.json", Standard.GoldShare, "309.33"),
        ("alpha-vantage/global_quote_five_decimals_and_plus.json", Standard.GoldShare, "309.33"),
        ("alpha-vantage/global_quote_msft.json", ShareOfMsft, "467.68"),
        ("alpha-vantage/global_quote_delayed_key.json", ShareOfMsft, "467.68"),
        ("alpha-vantage/global_quote_msft_2018.recorded.json", ShareOfMsft, "112.13"),
        ("alpha-vantage/global_quote_empty.json", Standard.GoldShare, nameof(RefusalCode.Empty)),
        ("alpha-vantage/global_quote.csv", Standard.GoldShare, nameof(RefusalCode.Malformed)),
        ("alpha-vantage/empty_object.json", Standard.GoldShare, nameof(RefusalCode.Empty)),
        ("alpha-vantage/empty_object.json", Standard.GoldRate, nameof(RefusalCode.Empty)),
        ("alpha-vantage/currency_exchange_rate_xau_usd.json", Standard.GoldRate, "3356.73"),
        ("alpha-vantage/currency_exchange_rate_xau_usd_2021_recorded.json", Standard.GoldRate, "1751.8945"),
        ("alpha-vantage/currency_exchange_rate_bid_ask_dash.json", Standard.GoldRate, "3356.73"),
        ("alpha-vantage/currency_exchange_rate_2017_no_bid_ask.json", Standard.GoldRate, nameof(RefusalCode.UnknownSymbol)),
        ("alpha-vantage/currency_exchange_rate_2017_no_bid_ask.json", Pair, "109631.430607"),
        ("alpha-vantage/currency_exchange_rate_csv_like_html.txt", Standard.GoldRate, nameof(RefusalCode.Malformed)),
        ("alpha-vantage/csv_quota_disguised_as_row.csv", Standard.GoldShare, nameof(RefusalCode.Malformed)),
        ("alpha-vantage/csv_request_json_error.txt", Standard.GoldShare, nameof(RefusalCode.QuotaSpent)),
        ("alpha-vantage/err_error_message_invalid_call_intraday.json", Standard.GoldShare, nameof(RefusalCode.UnknownSymbol)),
        ("alpha-vantage/err_error_message_invalid_call_xau.json", Standard.GoldRate, nameof(RefusalCode.UnknownSymbol)),
        ("alpha-vantage/err_error_message_invalid_key.json", Standard.GoldShare, nameof(RefusalCode.BadKey)),
        ("alpha-vantage/err_error_message_unknown_function.json", Standard.GoldShare, nameof(RefusalCode.UnknownSymbol)),
        ("alpha-vantage/err_http_406_accept.json", Standard.GoldShare, nameof(RefusalCode.Malformed)),
        ("alpha-vantage/err_information_2022_currency_premium.json", Standard.GoldRate, nameof(RefusalCode.Entitlement)),
        ("alpha-vantage/err_information_25_per_day_exhausted.json", Standard.GoldShare, nameof(RefusalCode.QuotaSpent)),
        ("alpha-vantage/err_information_burst_1_per_second.json", Standard.GoldRate, nameof(RefusalCode.Throttled)),
        ("alpha-vantage/err_information_demo_key.json", Standard.GoldShare, nameof(RefusalCode.BadKey)),
        ("alpha-vantage/err_information_invalid_key.json", Standard.GoldRate, nameof(RefusalCode.BadKey)),
        ("alpha-vantage/err_information_paid_burst.json", Standard.GoldShare, nameof(RefusalCode.Throttled)),
        ("alpha-vantage/err_information_premium_endpoint.json", Standard.GoldShare, nameof(RefusalCode.Entitlement)),
        ("alpha-vantage/err_locale_comma_decimal.json", Standard.GoldShare, nameof(RefusalCode.Malformed)),
        ("alpha-vantage/err_note_5_per_minute_500_per_day.json", Standard.GoldShare, nameof(RefusalCode.Throttled)),
        ("alpha-vantage/err_note_burst_same_text_under_note.json", Standard.GoldRate, nameof(RefusalCode.Throttled)),
        ("alpha-vantage/err_symbol_mismatch.json", Standard.GoldShare, nameof(RefusalCode.UnknownSymbol)),
        ("alpha-vantage/err_truncated.txt", Standard.GoldShare, nameof(RefusalCode.Malformed)),
        ("alpha-vantage/err_zero_price.json", Standard.GoldShare, nameof(RefusalCode.Implausible)),
        ("providers/twelvedata_time_series_xauusd.json", Standard.GoldSeries, "4161.90"),
        ("providers/twelvedata_error_401.json", Standard.GoldSeries, nameof(RefusalCode.BadKey)),
        ("providers/twelvedata_error_429.json", Standard.GoldSeries, nameof(RefusalCode.Throttled)),
        ("providers/finnhub_quote_msft.json", Standard.MsftQuote, "467.68"),
        ("providers/finnhub_quote_unknown.json", Standard.MsftQuote, nameof(RefusalCode.UnknownSymbol)),
        ("providers/finnhub_error_401.json", Standard.MsftQuote, nameof(RefusalCode.BadKey)),
        ("providers/goldapi_com_price_xau.json", Standard.GoldSpot, "4165.200195"),
        // Another vendor with a similar name and another shape.
        ("providers/goldapi_io_xau_usd.json", Standard.GoldSpot, nameof(RefusalCode.UnknownSymbol)),
    ];

    [Fact]
    public void Every_owned_body_is_read_as_its_description_says()
    {
        Shared.Data("alpha-vantage");

        var differences = Owned
            .Select(o => (o.File, o.Source, o.Expected, Actual: Told(BodyParsers.Read(o.Source, Bytes(o.File), Standard.Start))))
            .Where(o => !string.Equals(o.Actual, Normal(o.Expected), StringComparison.Ordinal));

        Assert.Empty(differences);
    }

    [Fact]
    public void Every_error_body_of_Alpha_Vantage_is_owned()
    {
        var files = Directory.EnumerateFiles(Shared.Data("alpha-vantage"), "err_*").Select(file => "alpha-vantage/" + Path.GetFileName(file));

        Assert.Empty(files.Except(Owned.Select(o => o.File), StringComparer.Ordinal));
    }

    [Fact]
    public void Every_parser_survives_every_file_whole_truncated_and_with_any_byte_changed()
    {
        byte[][] bodies = [.. Files().Select(File.ReadAllBytes)];
        Assert.NotEmpty(bodies);
        foreach (byte[] body in bodies)
            ReadByAll(body);

        Gen.Select(Gen.Int[0, bodies.Length - 1], Gen.Int[0, 100_000], Gen.Byte, Gen.Bool).Sample(
            (which, where, value, truncate) =>
            {
                byte[] body = [.. bodies[which]];
                int at = where % body.Length;
                body[at] = value;
                ReadByAll(truncate ? body[..at] : body);
            },
            iter: 3_000);
    }

    private static void ReadByAll(byte[] body)
    {
        foreach (var parser in BodyParsers.All)
            Assert.NotNull(parser.Parse(
                Standard.Sources.First(source => BodyParsers.Find(source.Rule.Vendor, source.Rule.Function) == parser).Rule,
                body, Standard.Start));
    }

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Shared.Data("alpha-vantage")).Concat(Directory.EnumerateFiles(Shared.Data("providers")));

    private static byte[] Bytes(string file) => File.ReadAllBytes(Shared.Data(file));

    private static string Told(Reading reading) => reading switch
    {
        Reading.Quoted quoted => quoted.Quote.Amount.ToString("0.##########", CultureInfo.InvariantCulture),
        Reading.Refused refused => refused.Code.ToString(),
        _ => "?",
    };

    private static string Normal(string expected) =>
        decimal.TryParse(expected, CultureInfo.InvariantCulture, out decimal price)
            ? price.ToString("0.##########", CultureInfo.InvariantCulture)
            : expected;
}
