using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>Causes through whole rounds: what opens, what is only counted, and what a person's reset meets.</summary>
public sealed class CauseDecisionTests
{
    private static readonly RuleSet Shipped = A.RuleSet().AsShipped().Build();

    [Fact]
    public void A_price_that_jumps_opens_its_breaker_in_that_round_although_all_sources_agree()
    {
        var before = Decide(EngineState.Initial, Shipped, round => round).Next;

        var report = Decide(before, Shipped, round => round.WithGold(3356.73m * 1.12m)).Report;

        Assert.Equal(Tier.Normal, Asset(report, Standard.Gold).Tier);
        var transition = Assert.Single(report.Transitions);
        Assert.Equal((Standard.GoldScope, BreakerState.Open, BreakerCause.PriceJump), (transition.Scope, transition.To, transition.Cause));
        Assert.StartsWith("GOLD jumped by 12", transition.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sawtooth_around_the_threshold_trips_once_and_nothing_but_calm_closes_it()
    {
        // Reset by an impatient operator whenever that is allowed: 9.9 is not clean, 10.1 is active again.
        var rules = A.RuleSet().AsShipped().WithCoolDown(TimeSpan.Zero)
            .WithBreaker(breaker => breaker with { Flapping = null }).Build();
        var state = EngineState.Initial;
        var seen = new List<BreakerState>();
        for (int i = 0; i < 20; i++)
        {
            decimal percent = i % 2 == 0 ? 10.1m : 9.9m;
            state = Decide(state, rules, round => Dispersed(round, percent)).Next;
            seen.Add(state.BreakerOf(Standard.GoldScope).State);
        }

        Assert.All(seen, breaker => Assert.Equal(BreakerState.Open, breaker));
        Assert.Equal(2, state.BreakerOf(Standard.GoldScope).Version);

        var reset = A.Command().Reset(Standard.GoldScope).ExpectingVersion(2).Build();
        state = CommandDecision.Decide(state, rules, reset, Standard.SlotOf(state.Round).Instant.AddSeconds(1)).Next;
        for (int i = 0; i < 5; i++)
            state = Decide(state, rules, round => Dispersed(round, 9.9m)).Next;

        Assert.Equal((BreakerState.HalfOpen, 0), (state.BreakerOf(Standard.GoldScope).State, state.BreakerOf(Standard.GoldScope).CleanRounds));
    }

    [Fact]
    public void A_breaker_that_keeps_opening_is_latched_instead_of_opening_once_more()
    {
        var rules = A.RuleSet().AsShipped().WithCoolDown(TimeSpan.Zero).Build();
        var state = EngineState.Initial;
        var states = new List<BreakerState>();
        for (int i = 1; i <= 3; i++)
        {
            state = Decide(state, rules, round => Dispersed(round, 15m)).Next;
            var breaker = state.BreakerOf(Standard.GoldScope);
            states.Add(breaker.State);
            var reset = A.Command().WithId(i).Reset(Standard.GoldScope).ExpectingVersion(breaker.Version).Build();
            state = CommandDecision.Decide(state, rules, reset, Standard.SlotOf(state.Round).Instant.AddSeconds(1)).Next;
        }

        // Open, reset, Open are three changes; the fourth, a reset, is a person's; the next opening is one too many.
        Assert.Equal([BreakerState.Open, BreakerState.Open, BreakerState.Isolated], states);
        state = Decide(state, rules, round => round).Next;
        Assert.Equal(BreakerState.HalfOpen, state.BreakerOf(Standard.GoldScope).State);
    }

    [Fact]
    public void After_ten_quiet_minutes_earlier_changes_are_forgotten()
    {
        var rules = A.RuleSet().AsShipped().Build();
        var at = Standard.Start;
        var record = BreakerRecord.Initial(Standard.GoldScope) with { Recent = [at, at, at] };
        var alarm = new BreakerSignal.Alarm(BreakerCause.PriceJump, new RoundNumber(9), "It jumped.");

        var soon = Assert.IsType<BreakerStep.Moved>(BreakerMachine.Apply(record, alarm, rules.Breaker, at.AddMinutes(10)));
        var later = Assert.IsType<BreakerStep.Moved>(
            BreakerMachine.Apply(record, alarm, rules.Breaker, at.AddMinutes(10).AddMilliseconds(1)));

        Assert.Equal((BreakerState.Isolated, BreakerCause.Flapping), (soon.Next.State, soon.Next.Cause));
        Assert.Equal("3 changes within 10 min, and again: It jumped.", soon.Transition.Detail);
        Assert.Equal((BreakerState.Open, BreakerCause.PriceJump), (later.Next.State, later.Next.Cause));
    }

    [Fact]
    public void A_shadow_changes_no_breaker_and_is_counted_once_until_it_has_calmed_down()
    {
        var rules = A.RuleSet().AsShipped().WithCause(BreakerCause.PriceJump, CauseMode.Shadow).Build();
        var state = Decide(EngineState.Initial, rules, round => round).Next;

        var up = Decide(state, rules, round => round.WithGold(4000m));
        var down = Decide(up.Next, rules, round => round.WithGold(3356.73m));

        Assert.Empty(up.Report.Transitions);
        Assert.Equal([BreakerCause.PriceJump], up.Report.Breakers[1].ShadowCauses.GetValueOrDefault());
        Assert.Empty(up.Report.Breakers[1].ActiveCauses);
        Assert.Equal(1, Served(down.Next).ShadowTrips);

        state = down.Next;
        for (int i = 0; i < 3; i++)
            state = Decide(state, rules, round => round).Next;
        state = Decide(state, rules, round => round.WithGold(4000m)).Next;

        var served = Served(state);
        Assert.Equal((0L, 2L, 0L), (served.Trips, served.ShadowTrips, served.FalsePositives));
        Assert.Equal(state.Round, served.LastTrip);
        Assert.StartsWith("GOLD jumped by 19", served.LastDetail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trip_is_counted_for_the_cause_that_opened_and_for_no_other()
    {
        var state = Decide(EngineState.Initial, Shipped, round => round).Next;

        state = Decide(state, Shipped, round => Dispersed(round.WithGold(4000m), 15m)).Next;

        var served = Assert.Single(state.Causes.GetValueOrDefault());
        Assert.Equal((BreakerCause.ExtremeDispersion, 1L, 0L), (served.Cause, served.Trips, served.ShadowTrips));
    }

    // D26 of reference/oracles.md: 10.5/8.4 scores 10.5 and 10.5/8.6 scores 8.5, although it is worse.
    [Theory]
    [InlineData(8.4, 10.5)]
    [InlineData(8.6, 8.5)]
    public void The_pair_that_the_original_score_gets_wrong_opens_SYSTEM_either_way(double msft, double score)
    {
        var report = Decide(
            EngineState.Initial, Shipped, round => MsftDispersed(Dispersed(round, 10.5m), (decimal)msft)).Report;

        Assert.Equal((decimal)score, report.System.RawScore);
        Assert.Equal(BreakerState.Open, report.Breakers[0].State);
        Assert.Contains(BreakerCause.EveryAssetHigh, report.Breakers[0].ActiveCauses);
    }

    [Fact]
    public void Two_nodes_that_say_two_things_are_more_than_the_one_that_may_be_faulty()
    {
        var one = Decide(EngineState.Initial, Shipped, round => round.WithTwoFaced(1)).Report;
        var two = Decide(EngineState.Initial, Shipped, round => round.WithTwoFaced(1).WithTwoFaced(2)).Report;

        Assert.Equal(BreakerState.Closed, one.Breakers[0].State);
        Assert.Equal((BreakerState.Open, BreakerCause.Equivocation), (two.Breakers[0].State, two.Breakers[0].Cause));
    }

    [Fact]
    public void Sources_that_turn_stale_open_their_asset_before_it_has_none_left()
    {
        var report = Decide(EngineState.Initial, Shipped, round => round
            .AtMarketTime(Standard.Start.AddDays(1))
            .WithBody(Standard.MsftSeries, VendorBody.Of(Standard.MsftSeries, 467m, Standard.Start))
            .WithBody(Standard.MsftQuote, VendorBody.Of(Standard.MsftQuote, 467m, Standard.Start))).Report;

        Assert.Equal(
            [RefusalCode.Stale, RefusalCode.Stale],
            Asset(report, Standard.Msft).Sources.Where(source => source.Refusal is not RefusalCode.None).Select(source => source.Refusal));
        Assert.Equal((BreakerState.Open, BreakerCause.Stale), (report.Breakers[2].State, report.Breakers[2].Cause));
    }

    [Fact]
    public void Volatility_is_followed_from_the_second_price_and_said_from_the_twentieth_return()
    {
        var state = EngineState.Initial;
        decimal? said = null;
        for (int i = 0; i <= 20; i++)
        {
            Assert.Null(said);
            var outcome = Decide(state, Shipped, round => round.WithGold(i % 2 == 0 ? 3356.73m : 3390.2973m));
            said = Asset(outcome.Report, Standard.Gold).VolatilityPercent;
            state = outcome.Next;
        }

        // Every return is ±1 %, give or take a hundredth for the way back.
        Assert.InRange(said.GetValueOrDefault(), 0.99m, 1.01m);
    }

    [Fact]
    public void A_round_decided_again_from_the_state_as_it_is_stored_gives_the_same_bytes()
    {
        var state = Decide(EngineState.Initial, Shipped, round => round).Next;
        var inputs = Dispersed(A.Round().Under(Shipped).After(state).WithGold(4000m), 15m).Build();

        var once = RoundDecision.Decide(state, Shipped, inputs);
        var again = RoundDecision.Decide(EngineState.Parse(state.ToBytes()), RuleSet.Parse(Shipped.ToBytes()), inputs);

        Assert.Equal(once.Report.ToBytes(), again.Report.ToBytes());
        Assert.Equal(once.Next.ToBytes(), again.Next.ToBytes());
    }

    private static RoundOutcome Decide(EngineState state, RuleSet rules, Func<RoundBuilder, RoundBuilder> arrange) =>
        RoundDecision.Decide(state, rules, arrange(A.Round().Under(rules).After(state)).Build());

    private static CauseRecord Served(EngineState state) =>
        state.Causes.GetValueOrDefault().Single(served => served.Cause is BreakerCause.PriceJump);

    private static AssetReport Asset(RoundReport report, AssetSymbol symbol) => report.Assets.Single(asset => asset.Asset == symbol);

    // Two of four equal weights up and two down by d % of the middle: the deviation is d % of the mean, the median stays.
    private static RoundBuilder Dispersed(RoundBuilder round, decimal percent)
    {
        decimal away = 3356.73m * percent / 100m;
        return round
            .WithPrice(Standard.GoldShare, decimal.Round((3356.73m + away) * Standard.Ounces.OuncesPerShare, 4))
            .WithPrice(Standard.GoldRate, 3356.73m - away)
            .WithPrice(Standard.GoldSeries, 3356.73m + away)
            .WithPrice(Standard.GoldSpot, 3356.73m - away);
    }

    private static RoundBuilder MsftDispersed(RoundBuilder round, decimal percent)
    {
        // Of three prices m − x, m, m + x the deviation is x·√(2/3).
        decimal away = decimal.Round(467m * percent / 100m / 0.8164965809m, 4);
        return round
            .WithPrice(Standard.MsftDay, 467m).WithPrice(Standard.MsftQuote, 467m - away).WithPrice(Standard.MsftSeries, 467m + away);
    }
}
