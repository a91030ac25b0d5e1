using System.Globalization;
using Aura.Engine.Market;
using Aura.Engine.Market.Calendars;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Market.Calendars;

/// <summary>Days as the exchange published them, and every trading day of a real series.</summary>
public sealed class NewYorkEquitiesTests(ITestOutputHelper output)
{
    private static readonly NewYorkEquities Calendar = new();

    [Theory]
    // NYSE holidays of 2021 to 2026: Saturdays go back, Sundays forward, a Saturday New Year is not kept.
    [InlineData("2021-12-31", "16:00")]
    [InlineData("2022-01-03", "16:00")]
    [InlineData("2022-04-15", null)]
    [InlineData("2022-06-20", null)]
    [InlineData("2021-06-18", "16:00")]
    [InlineData("2023-01-02", null)]
    [InlineData("2023-06-19", null)]
    [InlineData("2023-07-03", "13:00")]
    [InlineData("2024-03-29", null)]
    [InlineData("2024-07-03", "13:00")]
    [InlineData("2024-11-28", null)]
    [InlineData("2024-11-29", "13:00")]
    [InlineData("2024-12-24", "13:00")]
    [InlineData("2024-12-26", "16:00")]
    [InlineData("2025-01-09", null)]
    [InlineData("2025-04-18", null)]
    [InlineData("2025-05-26", null)]
    [InlineData("2025-09-01", null)]
    [InlineData("2025-12-25", null)]
    [InlineData("2026-02-16", null)]
    [InlineData("2026-04-03", null)]
    [InlineData("2026-07-02", "16:00")]
    [InlineData("2026-07-03", null)]
    [InlineData("2010-12-24", null)]
    [InlineData("2012-10-29", null)]
    [InlineData("2012-07-03", "13:00")]
    [InlineData("2002-07-05", "13:00")]
    [InlineData("2002-07-03", "16:00")]
    [InlineData("1997-01-20", "16:00")]
    [InlineData("2025-06-07", null)]
    public void A_day_ends_as_the_exchange_published_it(string day, string? close) => Assert.Equal(
        close,
        Calendar.SessionOf(Day(day)) is { } session
            ? NewYorkTime.LocalOf(session.End).ToString("HH:mm", CultureInfo.InvariantCulture)
            : null);

    [Theory]
    // Both sides of the opening, of the close, and of the changes of the clock in March and November 2025.
    [InlineData("2025-06-05T13:29:59Z", MarketSession.Closed)]
    [InlineData("2025-06-05T13:30:00Z", MarketSession.Open)]
    [InlineData("2025-06-05T19:59:59Z", MarketSession.Open)]
    [InlineData("2025-06-05T20:00:00Z", MarketSession.Closed)]
    [InlineData("2025-03-07T14:29:59Z", MarketSession.Closed)]
    [InlineData("2025-03-07T14:30:00Z", MarketSession.Open)]
    [InlineData("2025-03-10T13:30:00Z", MarketSession.Open)]
    [InlineData("2025-10-31T20:00:00Z", MarketSession.Closed)]
    [InlineData("2025-11-03T20:59:59Z", MarketSession.Open)]
    [InlineData("2025-06-07T15:00:00Z", MarketSession.Closed)]
    public void A_session_follows_New_York_s_clock(string instant, MarketSession expected) =>
        Assert.Equal(expected, Calendar.StateAt(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_weekend_is_no_age()
    {
        var friday = new DateTimeOffset(2025, 6, 6, 20, 0, 0, TimeSpan.Zero);
        var monday = new DateTimeOffset(2025, 6, 9, 13, 30, 0, TimeSpan.Zero);

        Assert.Equal(TimeSpan.Zero, Calendar.OpenTimeBetween(friday, monday));
        Assert.Equal(TimeSpan.FromMinutes(5), Calendar.OpenTimeBetween(friday, monday.AddMinutes(5)));
        Assert.Equal(TimeSpan.FromHours(6.5), Calendar.OpenTimeBetween(friday, monday.AddHours(20)));
        Assert.Equal(TimeSpan.Zero, Calendar.OpenTimeBetween(monday, friday));
    }

    [Fact]
    public void Open_time_adds_up_and_never_exceeds_the_time_that_passed()
    {
        var random = new Random(11);
        var start = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
        foreach (TradingCalendar calendar in (TradingCalendar[])[Calendar, new GoldWeek()])
            for (int i = 0; i < 2_000; i++)
            {
                var a = start.AddMinutes(random.Next(800_000));
                var b = a.AddMinutes(random.Next(20_000));
                var c = b.AddMinutes(random.Next(20_000));
                var whole = calendar.OpenTimeBetween(a, c);
                Assert.Equal(whole, calendar.OpenTimeBetween(a, b) + calendar.OpenTimeBetween(b, c));
                Assert.InRange(whole, TimeSpan.Zero, c - a);
                Assert.Equal(calendar.SessionAt(a) is not null, calendar.OpenTimeBetween(a, a.AddTicks(1)) > TimeSpan.Zero);
            }
    }

    [Theory]
    [InlineData("market/msft_daily_2000_2013_raw.csv")]
    [InlineData("market/msft_daily_2019_2025_adj.csv")]
    [InlineData("market/msft_daily_1990_2022_adj.csv")]
    public void Every_weekday_without_a_price_was_a_holiday_and_every_holiday_has_none(string file)
    {
        var traded = Shared.Rows(file).Select(row => row.Day)
            .Where(day => day.Year >= 2000).ToHashSet();
        var days = Enumerable.Range(traded.Min().DayNumber, traded.Max().DayNumber - traded.Min().DayNumber + 1)
            .Select(DateOnly.FromDayNumber).ToList();

        var differing = days.Where(day => traded.Contains(day) != Calendar.SessionOf(day) is not null).ToList();

        output.WriteLine($"{file}: {traded.Count} trading days from {traded.Min():yyyy-MM-dd} to {traded.Max():yyyy-MM-dd}, "
            + $"{days.Count} calendar days compared, {differing.Count} differ.");
        Assert.Empty(differing);
    }

    [Theory]
    [InlineData("market/msft_1min_2019.csv")]
    [InlineData("market/gld_1min_2019.csv")]
    [InlineData("market/msft_15min_2019.csv")]
    [InlineData("market/gld_15min_2019.csv")]
    public void Every_bar_of_a_regular_session_lies_in_one(string file)
    {
        var bars = Shared.Rows(file).Select(row => row.Time).ToList();

        var outside = bars.Where(bar => Calendar.StateAt(bar) is MarketSession.Closed).ToList();

        output.WriteLine($"{file}: {bars.Count} bars, {outside.Count} outside sessions.");
        Assert.Empty(outside);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
