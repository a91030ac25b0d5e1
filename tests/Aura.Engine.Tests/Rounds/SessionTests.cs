using System.Text;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Market.Calendars;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>Rounds of Friday 2025-06-06 and the Monday after it, under the calendars of Live.</summary>
public sealed class SessionTests(ITestOutputHelper output)
{
    private static readonly RuleSet Rules = A.RuleSet().InExchangeHours().Build();

    // 15:00 and 20:00 New York.
    private static readonly DateTimeOffset Afternoon = DateTimeOffset.Parse("2025-06-05T19:00:00Z");
    private static readonly DateTimeOffset Friday = DateTimeOffset.Parse("2025-06-06T19:59:00Z");
    private static readonly DateTimeOffset Evening = DateTimeOffset.Parse("2025-06-06T00:00:00Z");
    private static readonly DateTimeOffset Weekend = DateTimeOffset.Parse("2025-06-07T15:00:00Z");

    [Fact]
    public void In_the_evening_MSFT_is_closed_and_GOLD_is_not()
    {
        var report = Decide(EngineState.Initial, Round().AtMarketTime(Evening)).Report;

        Assert.Equal(MarketSession.Open, Of(report, Standard.Gold).Session);
        Assert.Null(Of(report, Standard.Gold).WithheldBecause);
        Assert.Equal(MarketSession.Closed, Of(report, Standard.Msft).Session);
        Assert.Equal("The market is closed.", Of(report, Standard.Msft).WithheldBecause);
        Assert.NotNull(Of(report, Standard.Msft).Price);
    }

    [Fact]
    public void A_share_of_GOLD_sits_out_while_only_gold_trades_and_is_neither_stale_nor_an_outlier()
    {
        var day = VendorBody.Of(Standard.GoldShare, 309.33m, Afternoon);
        var gold = Of(Decide(
            EngineState.Initial, Round().AtMarketTime(Evening).WithBody(Standard.GoldShare, day)).Report, Standard.Gold);

        var share = Assert.Single(gold.Sources, source => source.Id == Standard.GoldShare.Id);
        Assert.Equal((SourceVerdict.Refused, RefusalCode.MarketClosed), (share.Verdict, share.Refusal));
        Assert.Equal(
            "Its market is closed while GOLD goes on trading; its last quote is of 2025-06-05T20:00:00.000Z.", share.Reason);
        Assert.Equal(3, gold.Sources.Count(source => source.Verdict is SourceVerdict.Agreed));
    }

    [Fact]
    public void On_a_weekend_the_last_prices_of_all_are_shown_and_none_is_published()
    {
        var round = Rules.Market.Sources.Aggregate(Round().AtMarketTime(Weekend), (builder, source) => builder.WithBody(
            source, VendorBody.Of(source, Standard.Prices[source.Id], Friday)));
        var report = Decide(EngineState.Initial, round).Report;

        Assert.All(report.Assets, asset => Assert.All(asset.Sources, source => Assert.Equal(SourceVerdict.Agreed, source.Verdict)));
        Assert.All(report.Assets, asset => Assert.Equal("The market is closed.", asset.WithheldBecause));
    }

    // Two years of weekdays, nights, holidays and clock changes; every source states the last price of its own market.
    [Fact]
    public void Two_years_of_sessions_are_neither_stale_nor_alarming()
    {
        var state = EngineState.Initial;
        int rounds = 0;
        int open = 0;
        for (var at = Afternoon; at < Afternoon.AddYears(2); at = at.AddHours(43.5))
        {
            var round = Rules.Market.Sources.Aggregate(Round().After(state).AtMarketTime(at), (builder, source) => builder.WithBody(
                source, VendorBody.Of(source, Standard.Prices[source.Id], LastTraded(source, at))));
            var outcome = Decide(state, round);
            state = outcome.Next;
            rounds++;
            open += outcome.Report.Assets.Count(asset => asset.Session is MarketSession.Open);
            Assert.All(
                outcome.Report.Assets.SelectMany(asset => asset.Sources),
                source => Assert.True(source.Refusal is RefusalCode.None or RefusalCode.MarketClosed, $"{at:u} {source.Id}: {source.Reason}"));
            Assert.Empty(outcome.Report.Transitions);
        }

        output.WriteLine($"{rounds} rounds, {open} of {2 * rounds} with an open market.");
        Assert.InRange(open, rounds / 2, rounds * 2);
    }

    [Fact]
    public void A_day_quoted_on_a_half_day_is_dated_at_its_early_close()
    {
        var eve = DateTimeOffset.Parse("2025-11-28T17:00:00Z");
        var round = Round().AtMarketTime(DateTimeOffset.Parse("2025-11-28T19:00:00Z"))
            .WithBody(Standard.MsftDay, VendorBody.Of(Standard.MsftDay, 467.68m, eve));
        var report = Decide(EngineState.Initial, round).Report;

        var day = Assert.Single(Of(report, Standard.Msft).Sources, source => source.Id == Standard.MsftDay.Id);
        Assert.Equal(DateTimeOffset.Parse("2025-11-28T18:00:00Z"), day.SourceTime);
    }

    [Fact]
    public void A_closed_market_is_not_an_outage_however_long_it_says_nothing()
    {
        var state = EngineState.Initial;
        for (int round = 0; round < 10; round++)
            state = Decide(state, Silent(Weekend.AddMinutes(5 * round), state)).Next;

        Assert.All(Rules.Scopes, scope => Assert.Equal(BreakerState.Closed, state.BreakerOf(scope).State));
    }

    [Fact]
    public void An_open_market_that_says_nothing_opens_its_breaker_and_only_its_own()
    {
        var state = Decide(EngineState.Initial, Round().AtMarketTime(Evening)).Next;
        for (int round = 0; round < Rules.Breaker.NoDecisionRounds; round++)
        {
            var inputs = Round().After(state).AtMarketTime(Evening.AddMinutes(5 * round));
            foreach (var source in Rules.Market.SourcesOf(Standard.Gold))
                inputs = inputs.WithFailure(source, RefusalCode.Timeout);
            state = Decide(state, inputs).Next;
        }

        Assert.Equal(BreakerState.Open, state.BreakerOf(Standard.GoldScope).State);
        Assert.Equal(BreakerState.Closed, state.BreakerOf(Standard.MsftScope).State);
        Assert.Equal(BreakerState.Closed, state.BreakerOf(Scope.System).State);
    }

    [Fact]
    public void When_nothing_decides_SYSTEM_opens_although_one_market_is_closed()
    {
        var state = EngineState.Initial;
        for (int round = 0; round < Rules.Breaker.NoDecisionRounds; round++)
            state = Decide(state, Silent(Evening.AddMinutes(5 * round), state)).Next;

        Assert.Equal(BreakerState.Open, state.BreakerOf(Scope.System).State);
        Assert.Equal(BreakerState.Closed, state.BreakerOf(Standard.MsftScope).State);
    }

    [Fact]
    public void A_rule_set_without_calendars_writes_none_of_it_and_follows_the_round()
    {
        var old = A.RuleSet().Build();
        var outcome = RoundDecision.Decide(
            EngineState.Initial, old, A.Round().Under(old).AtMarketTime(Weekend).Build());
        byte[][] documents = [old.ToBytes(), outcome.Report.ToBytes(), outcome.Next.ToBytes()];

        Assert.All(outcome.Report.Assets, asset => Assert.Equal(MarketSession.Open, asset.Session));
        foreach (string member in (string[])["exchangeHours", "remarks", "corporateActions", "remark", "changePercent", "lastPriceMarketTime", "units"])
            Assert.All(documents, document => Assert.DoesNotContain(
                $"\"{member}\"", Encoding.UTF8.GetString(document), StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_set_with_calendars_is_read_back_as_it_was_written()
    {
        var rules = A.RuleSet().InExchangeHours().WithSplits(new CorporateAction("2025-06-06", 2, 1)).Build();

        Assert.Equal(rules.ToDigest(), RuleSet.Parse(rules.ToBytes()).ToDigest());
        Assert.Contains(
            """{"date":"2025-06-06","new":2,"old":1}""", Encoding.UTF8.GetString(rules.ToBytes()),
            StringComparison.Ordinal);
    }

    // A quarter of an hour back at a time: the newest instant at which the source's market traded.
    private static DateTimeOffset LastTraded(SourceRule source, DateTimeOffset at)
    {
        var calendar = TradingCalendars.Of(source.Unit);
        while (calendar.SessionAt(at) is null)
            at = at.AddMinutes(-15);
        return at;
    }

    private static RoundBuilder Round() => A.Round().Under(Rules);

    private static RoundBuilder Silent(DateTimeOffset at, EngineState state) => Rules.Market.Sources.Aggregate(
        Round().After(state).AtMarketTime(at), (round, source) => round.WithFailure(source, RefusalCode.Timeout));

    private static RoundOutcome Decide(EngineState state, RoundBuilder round) =>
        RoundDecision.Decide(state, Rules, round.Build());

    private static AssetReport Of(RoundReport report, AssetSymbol asset) =>
        Assert.Single(report.Assets, candidate => candidate.Asset == asset);
}
