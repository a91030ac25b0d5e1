using System.Globalization;
using Aura.Engine.Market;
using Aura.Engine.Market.Calendars;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Market.Calendars;

public sealed class GoldWeekTests(ITestOutputHelper output)
{
    private static readonly GoldWeek Calendar = new();

    [Theory]
    // Sunday evening, the break of every day, Friday afternoon; in summer and in winter time.
    [InlineData("2025-06-08T21:59:59Z", MarketSession.Closed)]
    [InlineData("2025-06-08T22:00:00Z", MarketSession.Open)]
    [InlineData("2025-06-09T20:59:59Z", MarketSession.Open)]
    [InlineData("2025-06-09T21:00:00Z", MarketSession.Closed)]
    [InlineData("2025-06-09T21:59:59Z", MarketSession.Closed)]
    [InlineData("2025-06-09T22:00:00Z", MarketSession.Open)]
    [InlineData("2025-06-06T20:59:59Z", MarketSession.Open)]
    [InlineData("2025-06-06T21:00:00Z", MarketSession.Closed)]
    [InlineData("2025-06-06T22:30:00Z", MarketSession.Closed)]
    [InlineData("2025-06-07T12:00:00Z", MarketSession.Closed)]
    // Good Friday and Christmas, and Thanksgiving's early end.
    [InlineData("2025-04-18T14:00:00Z", MarketSession.Closed)]
    [InlineData("2025-12-25T15:00:00Z", MarketSession.Closed)]
    [InlineData("2025-11-27T17:59:59Z", MarketSession.Open)]
    [InlineData("2025-11-27T18:00:00Z", MarketSession.Closed)]
    [InlineData("2025-11-27T23:00:00Z", MarketSession.Open)]
    [InlineData("2025-12-07T22:59:59Z", MarketSession.Closed)]
    [InlineData("2025-12-07T23:00:00Z", MarketSession.Open)]
    public void Gold_trades_from_Sunday_evening_to_Friday_afternoon(string instant, MarketSession expected) =>
        Assert.Equal(expected, Calendar.StateAt(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_week_has_five_sessions_of_23_hours()
    {
        var sunday = new DateTimeOffset(2025, 6, 8, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromHours(5 * 23), Calendar.OpenTimeBetween(sunday, sunday.AddDays(7)));
    }

    // A broker's clock opens some minutes early or late; a bar of an hour that touches a session counts.
    [Fact]
    public void Hours_in_which_gold_was_quoted_lie_in_the_week()
    {
        var bars = Shared.Rows("market/xauusd_h1_2012_2022.csv").Select(row => row.Time).ToList();

        int outside = bars.Count(bar => Calendar.OpenTimeBetween(bar, bar.AddHours(1)) == TimeSpan.Zero);

        output.WriteLine($"{bars.Count} hours, {outside} of them wholly outside.");
        Assert.InRange(outside, 0, bars.Count / 100);
    }
}
