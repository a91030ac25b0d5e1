using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

/// <summary>Around the weekend of Friday 2025-06-06 and the half day of Friday 2025-11-28; UTC.</summary>
public sealed class QuoteTimeTests(ITestOutputHelper output)
{
    private static readonly RuleSet Rules = A.RuleSet().InExchangeHours().Build();

    // Six and a half hours: one session.
    private static readonly SourceRule Day = Standard.MsftDay with { StaleAfterSeconds = 23_400 };

    private static readonly SourceRule Share = Standard.MsftQuote;

    private static readonly SourceRule Ounce = Standard.GoldSpot;

    [Theory]
    // Friday's close through the weekend and the first quarter of an hour of Monday.
    [InlineData("2025-06-06T20:00:00Z", "2025-06-06T20:00:00Z", false)]
    [InlineData("2025-06-06T20:00:00Z", "2025-06-08T12:00:00Z", false)]
    [InlineData("2025-06-06T20:00:00Z", "2025-06-09T13:29:59Z", false)]
    [InlineData("2025-06-06T20:00:00Z", "2025-06-09T13:30:00Z", false)]
    [InlineData("2025-06-06T20:00:00Z", "2025-06-09T13:45:00Z", false)]
    [InlineData("2025-06-06T20:00:00Z", "2025-06-09T13:45:01Z", true)]
    [InlineData("2025-06-06T19:50:00Z", "2025-06-09T13:36:00Z", true)]
    // Within a session as ever.
    [InlineData("2025-06-09T15:00:00Z", "2025-06-09T15:15:00Z", false)]
    [InlineData("2025-06-09T15:00:00Z", "2025-06-09T15:15:01Z", true)]
    // After a half day nothing traded from 13:00 on.
    [InlineData("2025-11-28T18:00:00Z", "2025-12-01T14:40:00Z", false)]
    [InlineData("2025-11-28T17:40:00Z", "2025-11-28T17:59:00Z", true)]
    [InlineData("2025-11-28T17:40:00Z", "2025-11-28T18:00:01Z", false)]
    // Whatever the vendor dates it to.
    [InlineData("0001-01-01T00:00:00Z", "2025-06-09T15:00:00Z", true)]
    public void A_share_ages_only_in_its_session(string quoted, string now, bool stale) =>
        Assert.Equal(stale, IsStale(Share, quoted, now));

    [Theory]
    [InlineData("2025-06-06T20:00:00Z", "2025-06-09T13:29:00Z", false)]
    [InlineData("2025-06-06T20:00:00Z", "2025-06-09T13:30:00Z", false)]
    [InlineData("2025-06-06T20:00:00Z", "2025-06-09T20:00:00Z", false)]
    // At night its market is closed, and Tuesday's opening finds out that Monday is missing.
    [InlineData("2025-06-06T20:00:00Z", "2025-06-10T00:00:00Z", false)]
    [InlineData("2025-06-06T20:00:00Z", "2025-06-10T13:30:01Z", true)]
    [InlineData("2025-06-09T20:00:00Z", "2025-06-10T13:30:00Z", false)]
    // Good Friday and the weekend are no sessions; neither is Thanksgiving, and the half day after it is one.
    [InlineData("2025-04-17T20:00:00Z", "2025-04-21T19:00:00Z", false)]
    [InlineData("2025-11-26T21:00:00Z", "2025-11-28T17:00:00Z", false)]
    [InlineData("2025-11-26T21:00:00Z", "2025-12-01T17:30:01Z", true)]
    [InlineData("2025-11-28T18:00:00Z", "2025-12-01T14:30:00Z", false)]
    public void A_price_of_a_day_holds_for_one_session_of_trading(string quoted, string now, bool stale) =>
        Assert.Equal(stale, IsStale(Day, quoted, now));

    [Theory]
    [InlineData("2025-06-06T21:00:00Z", "2025-06-08T22:15:00Z", false)]
    [InlineData("2025-06-06T21:00:00Z", "2025-06-08T22:15:01Z", true)]
    [InlineData("2025-06-09T20:59:00Z", "2025-06-09T21:30:00Z", false)]
    [InlineData("2025-06-09T20:59:00Z", "2025-06-09T22:14:00Z", false)]
    [InlineData("2025-06-10T00:00:00Z", "2025-06-10T00:15:01Z", true)]
    public void An_ounce_ages_in_the_gold_week(string quoted, string now, bool stale) =>
        Assert.Equal(stale, IsStale(Ounce, quoted, now));

    // Night, weekend and the daily break lie between some of them.
    [Theory]
    [InlineData("msft_1min_2019", false)]
    [InlineData("msft_15min_2019", false)]
    [InlineData("gld_1min_2019", false)]
    [InlineData("gld_15min_2019", false)]
    [InlineData("xauusd_1min_201405_oanda", true)]
    public void In_no_real_series_is_the_bar_before_stale_when_the_next_one_comes(string series, bool isGold)
    {
        var times = Shared.Rows($"market/{series}.csv").Select(row => row["time"]).ToList();

        var stale = times.Zip(times.Skip(1)).Where(pair => IsStale(isGold ? Ounce : Share, pair.First, pair.Second)).ToList();

        output.WriteLine($"{series}: {times.Count} bars, {stale.Count} stale.");
        Assert.Empty(stale);
    }

    [Fact]
    public void Rules_without_exchange_hours_keep_the_arithmetic_of_market_time()
    {
        var old = A.RuleSet().Build();
        var moment = new MarketMoment(DateTimeOffset.Parse("2025-06-09T13:30:00Z"), MarketSession.Open);

        Assert.Equal("235800 s old; 900 s are allowed.", Defect(Share, "2025-06-06T20:00:00Z", moment, old)?.Reason);
        Assert.Null(Defect(Share, "2025-06-06T20:00:00Z", moment with { Session = MarketSession.Closed }, old));
    }

    [Fact]
    public void A_stale_price_says_for_how_long_its_market_has_traded() => Assert.Equal(
        (RefusalCode.Stale, "1800 s of trading old; 900 s are allowed."),
        Defect(Share, "2025-06-06T20:00:00Z", At("2025-06-09T14:00:00Z"), Rules));

    private static bool IsStale(SourceRule source, string quoted, string now) =>
        Defect(source, quoted, At(now), Rules)?.Code is RefusalCode.Stale;

    private static (RefusalCode Code, string Reason)? Defect(SourceRule source, string quoted, MarketMoment moment, RuleSet rules) =>
        QuoteTime.Defect(
            new Quote(source.Symbol, 1m, Quote.Usd, source.Unit, DateTimeOffset.Parse(quoted)), source,
            rules.Market.Assets.Single(asset => asset.Symbol == source.Asset), rules.Market, moment);

    // Open throughout: under exchange hours the moment's own session is not asked.
    private static MarketMoment At(string now) => new(DateTimeOffset.Parse(now), MarketSession.Open);
}
