using System.Globalization;
using System.Text;
using Aura.Engine.Market;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Market;

/// <summary>Which bar of a series counts, by the market's clock. The standard moment is Thursday, 15:00 in New York.</summary>
public sealed class BarTests
{
    [Theory]
    [InlineData("2025-06-05T18:59:59Z", "1")]
    [InlineData("2025-06-05T19:00:00Z", "2")]
    [InlineData("2025-06-05T19:04:59Z", "2")]
    [InlineData("2025-06-05T19:05:00Z", "3")]
    public void A_bar_counts_from_its_end_on(string marketTime, string close)
    {
        string body = Series(
            "MSFT", "5min", ("2025-06-05 14:50:00", "1"), ("2025-06-05 14:55:00", "2"), ("2025-06-05 15:00:00", "3"));

        var quote = Quoted(VendorSources.Intraday, body, DateTimeOffset.Parse(marketTime));

        Assert.Equal(decimal.Parse(close, CultureInfo.InvariantCulture), quote.Amount);
        Assert.InRange(quote.SourceTime, DateTimeOffset.Parse(marketTime).AddMinutes(-5), DateTimeOffset.Parse(marketTime));
    }

    [Fact]
    public void The_newest_bar_counts_wherever_it_stands()
    {
        const string Body = """
            {"meta":{"symbol":"XAU/USD"},"values":[
            {"datetime":"2025-06-05 18:57:00","close":"3.00"},
            {"datetime":"2025-06-05 18:59:00","close":"1.00"},
            {"datetime":"2025-06-05 18:58:00","close":"2.00"}]}
            """;

        Assert.Equal(1m, Quoted(Standard.GoldSeries, Body, Standard.Start).Amount);
    }

    [Fact]
    public void A_series_without_a_complete_bar_is_empty() => Assert.Equal(
        RefusalCode.Empty, Refused(VendorSources.Intraday, Series("MSFT", "5min", ("2025-06-05 14:55:01", "1"))));

    [Fact]
    public void A_bar_from_the_future_is_refused_even_beside_good_ones() => Assert.Equal(
        RefusalCode.FutureDated,
        Refused(
            VendorSources.Intraday,
            Series("MSFT", "5min", ("2025-06-05 14:50:00", "1"), ("2025-06-05 15:06:00", "2"))));

    [Fact]
    public void A_series_of_extended_hours_alone_is_taken_as_it_is()
    {
        var night = new DateTimeOffset(2025, 6, 6, 10, 0, 0, TimeSpan.Zero);

        Assert.Equal(2m, Quoted(
            VendorSources.Intraday,
            Series("MSFT", "5min", ("2025-06-06 05:50:00", "1"), ("2025-06-06 05:55:00", "2")), night).Amount);
    }

    [Fact]
    public void A_bar_that_holds_the_opening_belongs_to_the_session()
    {
        var source = VendorSources.Intraday with { Symbol = "MSFT@60min" };

        Assert.Equal(1m, Quoted(
            source, Series("MSFT", "60min", ("2025-06-05 08:00:00", "2"), ("2025-06-05 09:00:00", "1")), Standard.Start).Amount);
        Assert.Equal(2m, Quoted(
            VendorSources.Intraday,
            Series("MSFT", "5min", ("2025-06-04 15:55:00", "2"), ("2025-06-05 09:25:00", "1")), Standard.Start).Amount);
    }

    [Fact]
    public void Bars_of_winter_are_five_hours_behind_and_of_summer_four()
    {
        var winter = new DateTimeOffset(2025, 1, 6, 18, 0, 0, TimeSpan.Zero);

        Assert.Equal(winter, Quoted(VendorSources.Intraday, Series("MSFT", "5min", ("2025-01-06 12:55:00", "1")), winter).SourceTime);
        Assert.Equal(
            Standard.Start, Quoted(VendorSources.Intraday, Series("MSFT", "5min", ("2025-06-05 14:55:00", "1")), Standard.Start).SourceTime);
    }

    [Theory]
    [InlineData("MSFT", "15min", "US/Eastern", RefusalCode.Malformed)]
    [InlineData("MSFTX", "5min", "US/Eastern", RefusalCode.UnknownSymbol)]
    [InlineData("MSFT", "5min", "UTC", RefusalCode.Malformed)]
    public void A_series_about_something_else_is_refused(string symbol, string interval, string zone, RefusalCode code) =>
        Assert.Equal(code, Refused(
            VendorSources.Intraday,
            Series(symbol, interval, ("2025-06-05 14:50:00", "1")).Replace("US/Eastern", zone, StringComparison.Ordinal)));

    [Theory]
    [InlineData("9999-12-31 23:59:59", RefusalCode.Malformed)]
    [InlineData("9999-12-31 12:00:00", RefusalCode.FutureDated)]
    [InlineData("2025-06-31 12:00:00", RefusalCode.Malformed)]
    [InlineData("2025-06-05T14:50:00", RefusalCode.Malformed)]
    [InlineData("2025-06-05 14:50", RefusalCode.Malformed)]
    [InlineData("", RefusalCode.Malformed)]
    public void A_label_at_the_end_of_the_calendar_or_in_no_form_is_refused(string label, RefusalCode code) =>
        Assert.Equal(code, Refused(VendorSources.Intraday, Series("MSFT", "5min", (label, "1"))));

    [Fact]
    public void A_label_at_the_start_of_the_calendar_is_only_old() => Assert.Equal(
        1, Quoted(VendorSources.Intraday, Series("MSFT", "5min", ("0001-01-01 00:00:00", "1")), Standard.Start).SourceTime.Year);

    [Theory]
    [InlineData("MSFT", "MSFT", 5)]
    [InlineData("MSFT@1min", "MSFT", 1)]
    [InlineData("MSFT@60min", "MSFT", 60)]
    [InlineData("BRK@B", "BRK@B", 5)]
    [InlineData("MSFT@7min", "MSFT@7min", 5)]
    [InlineData("MSFT@15MIN", "MSFT@15MIN", 5)]
    public void A_symbol_may_name_the_length_of_its_bars(string symbol, string instrument, int minutes) =>
        Assert.Equal(new InstrumentBars(instrument, minutes), InstrumentBars.Of(symbol));

    [Fact]
    public void Finnhub_gives_the_same_bar_from_lists_in_any_order() => Assert.Equal(
        2m,
        Quoted(VendorSources.Candles, """{"c":[2,3,1],"t":[1749149700,1749150000,1749149400],"s":"ok"}""", Standard.Start).Amount);

    [Fact]
    public void New_York_and_UTC_are_each_others_inverse_outside_the_repeated_hour()
    {
        for (var instant = Standard.Start; instant < Standard.Start.AddYears(2); instant = instant.AddHours(1))
        {
            var local = NewYorkTime.LocalOf(instant);
            if (NewYorkTime.LocalOf(instant.AddHours(-1)) != local)
                Assert.Equal(instant, NewYorkTime.InstantOf(local));
        }
    }

    private static string Series(string symbol, string interval, params (string Label, string Close)[] bars) =>
        "{\"Meta Data\":{\"2. Symbol\":\"" + symbol + "\",\"6. Time Zone\":\"US/Eastern\"},"
        + "\"Time Series (" + interval + ")\":{"
        + string.Join(',', bars.Select(bar => "\"" + bar.Label + "\":{\"4. close\":\"" + bar.Close + "\"}")) + "}}";

    private static Quote Quoted(SourceRule source, string body, DateTimeOffset marketTime) =>
        Assert.IsType<Reading.Quoted>(BodyParsers.Read(source, Encoding.UTF8.GetBytes(body), marketTime)).Quote;

    private static RefusalCode Refused(SourceRule source, string body) =>
        Assert.IsType<Reading.Refused>(BodyParsers.Read(source, Encoding.UTF8.GetBytes(body), Standard.Start)).Code;
}
