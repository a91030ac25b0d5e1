using System.Globalization;
using System.Text.Json;
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

    private static readonly SourceRule Intraday = VendorSources.Intraday;

    /// <summary>After every recording, so that no bar is still running.</summary>
    private static readonly DateTimeOffset Later = new(2026, 11, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>What the descriptions' classes mean here, by how each begins; a class not named is a new one.</summary>
    private static readonly (string Class, string[] Expected)[] Classes =
    [
        ("ok", [Price]),
        // Older than a session is judged where the market's calendar is known.
        ("stale", [Price]),
        ("no-data", [nameof(RefusalCode.Empty), nameof(RefusalCode.UnknownSymbol)]),
        ("quota exhausted", [nameof(RefusalCode.QuotaSpent)]),
        ("quota: JSON", [nameof(RefusalCode.QuotaSpent)]),
        // One letter in each column: nothing in it can be told from data.
        ("quota notice exploded", [nameof(RefusalCode.Malformed)]),
        ("throttled", [nameof(RefusalCode.Throttled)]),
        ("entitlement", [nameof(RefusalCode.Entitlement)]),
        ("auth", [nameof(RefusalCode.BadKey)]),
        ("bad request", [nameof(RefusalCode.UnknownSymbol)]),
        ("malformed", [nameof(RefusalCode.Malformed)]),
        ("HTTP 406", [nameof(RefusalCode.Malformed)]),
        ("reject", [nameof(RefusalCode.Implausible), nameof(RefusalCode.UnknownSymbol), nameof(RefusalCode.Malformed)]),
    ];

    /// <summary>Bodies of endpoints that are never asked: a price in one of them is nobody's.</summary>
    private static readonly string[] Foreign =
    [
        "alpha-vantage/global_quote.csv", "alpha-vantage/time_series_intraday_5min.csv",
        "alpha-vantage/time_series_daily_msft.recorded.json", "alpha-vantage/gold_silver_history_daily.json",
        "providers/fred_observations.json", "providers/goldapi_io_xau_usd.json", "providers/metalsdev_spot_gold.json",
        "providers/stooq_no_data.csv", "providers/stooq_quote_xauusd.csv", "providers/swissquote_xau_usd.json",
        "providers/yahoo_chart_gld.json", "providers/yahoo_error_429.txt",
    ];

    private const string Price = "price";

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
        ("alpha-vantage/time_series_intraday_5min_msft.json", Intraday, "467.61"),
        ("alpha-vantage/time_series_intraday_5min_unordered.json", Intraday, "468.56"),
        ("alpha-vantage/time_series_intraday_5min_extended_hours.json", Intraday, "467.61"),
        ("alpha-vantage/time_series_intraday_60min_msft_delayed.recorded.json", Intraday with { Symbol = "MSFT@60min" }, "506.15"),
        ("alpha-vantage/time_series_intraday_60min_msft_extended.recorded.json", Intraday with { Symbol = "MSFT@60min" }, "531.41"),
        ("alpha-vantage/time_series_intraday_1min_msft_2017.recorded.json", Intraday with { Symbol = "MSFT@1min" }, "86.5"),
        ("alpha-vantage/gold_silver_spot_xau.json", VendorSources.GoldSilver, "4423.7080671183"),
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
    ];

    [Fact]
    public void Every_owned_body_is_read_as_its_description_says()
    {
        Shared.Data("alpha-vantage");

        var differences = Owned
            .Select(o => (o.File, o.Source, o.Expected, Actual: Told(BodyParsers.Read(o.Source, Bytes(o.File), Later))))
            .Where(o => !string.Equals(o.Actual, Normal(o.Expected), StringComparison.Ordinal));

        Assert.Empty(differences);
    }

    [Fact]
    public void Every_body_that_is_described_is_owned_or_foreign()
    {
        var described = Described().Select(body => body.File).ToList();

        Assert.NotEmpty(described);
        Assert.Empty(described.Except(Owned.Select(o => o.File).Concat(Foreign), StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_owned_has_the_class_of_its_description()
    {
        var described = Described().ToDictionary(body => body.File, body => body.Class, StringComparer.Ordinal);

        Assert.All(
            // A body about another instrument is a refusal to whoever asked for this one, whatever its description says.
            Owned.Where(o => o is not ("alpha-vantage/currency_exchange_rate_2017_no_bid_ask.json", { Symbol: "XAU/USD" }, _)),
            o => Assert.Contains(
                char.IsAsciiDigit(o.Expected[0]) ? Price : o.Expected,
                Classes.First(known => described[o.File].StartsWith(known.Class, StringComparison.Ordinal)).Expected));
    }

    [Fact]
    public void No_parser_reads_a_price_in_a_foreign_body() => Assert.All(Foreign, file => Assert.All(
        VendorSources.All,
        source => Assert.NotEqual(
            RefusalCode.None, Assert.IsType<Reading.Refused>(BodyParsers.Read(source, Bytes(file), Later)).Code)));

    [Fact]
    public void No_parser_reads_a_price_in_a_body_of_another_endpoint()
    {
        var prices = Owned.Where(o => char.IsAsciiDigit(o.Expected[0])).ToList();

        var misread =
            from o in prices
            from source in VendorSources.All
            where (source.Vendor, source.Function) != (o.Source.Vendor, o.Source.Function)
            where BodyParsers.Read(source, Bytes(o.File), Later) is Reading.Quoted
            select $"{source.Id} reads {o.File}";

        Assert.Empty(misread);
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
        foreach (var source in VendorSources.All)
            Assert.NotNull(BodyParsers.Read(source, body, Standard.Start));
    }

    private static IEnumerable<(string File, string Class)> Described()
    {
        foreach (string index in (string[])["alpha-vantage/fixtures.json", "providers/providers.json"])
        {
            using var document = JsonDocument.Parse(Bytes(index));
            foreach (var body in document.RootElement.EnumerateArray())
                yield return (
                    $"{index.Split('/')[0]}/{body.GetProperty("file").GetString()}", body.GetProperty("class").GetString() ?? string.Empty);
        }
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
