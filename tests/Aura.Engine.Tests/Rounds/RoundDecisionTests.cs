using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

public sealed class RoundDecisionTests
{
    private static readonly RuleSet Rules = A.RuleSet().Build();

    [Fact]
    public void A_calm_round_is_Good_Normal_and_published()
    {
        var report = Decide(A.Round()).Report;

        Assert.All(report.Assets, asset =>
        {
            Assert.Equal((Quality.Good, Tier.Normal, false), (asset.Quality, asset.Tier, asset.TierStale));
            Assert.Null(asset.WithheldBecause);
        });
        Assert.Equal((0m, true), (report.System.RawScore, report.System.EveryAssetDecided));
        Assert.Equal(["SYSTEM Closed", "GOLD Closed", "MSFT Closed"], States(report));
        Assert.Empty(report.Transitions);
        Assert.Equal((4, 1, 2, 3, 3, 3, 4), Numbers(report.Network));
        Assert.Equal(3356.73m, Gold(report).Price);
        Assert.Equal(467.68m, Asset(report, Standard.Msft).Price);
    }

    [Fact]
    public void The_report_names_what_it_was_decided_under()
    {
        var report = Decide(A.Round().InRound(7)).Report;

        Assert.Equal(Rules.ToDigest(), report.Configuration);
        Assert.Equal((new RoundNumber(7), MarketMode.Simulated, "calm"), (report.Round, report.Mode, report.Scenario));
        Assert.Equal(report.Slot.Instant.AddMilliseconds(40), report.CompletedAt);
        Assert.Equal(new LastPrice(3356.73m, new RoundNumber(7), report.CompletedAt), Gold(report).LastPrice);
    }

    [Fact]
    public void An_Extreme_asset_opens_its_own_breaker_in_that_round_and_leaves_SYSTEM_Closed()
    {
        var outcome = Decide(A.Round().WithPrice(Standard.GoldShare, 200m).WithPrice(Standard.GoldRate, 4500m));

        Assert.Equal(Tier.Extreme, Gold(outcome.Report).Tier);
        Assert.Equal(["SYSTEM Closed", "GOLD Open", "MSFT Closed"], States(outcome.Report));
        var transition = Assert.Single(outcome.Report.Transitions);
        Assert.Equal(
            (Standard.GoldScope, BreakerState.Closed, BreakerState.Open, 2L, BreakerCause.ExtremeDispersion, false),
            (transition.Scope, transition.From, transition.To, transition.Version, transition.Cause, transition.IsManual));
        Assert.Equal("The GOLD breaker is Open.", Gold(outcome.Report).WithheldBecause);
        Assert.Null(Asset(outcome.Report, Standard.Msft).WithheldBecause);
        // 10 and 0 score 5, and the gap adds 2: one Extreme asset never trips the system rule.
        Assert.Equal(7m, outcome.Report.System.RawScore);
    }

    [Fact]
    public void Two_Extreme_assets_open_SYSTEM_too()
    {
        var report = Decide(Extreme(A.Round())
            .WithPrice(Standard.MsftDay, 300m).WithPrice(Standard.MsftQuote, 600m)).Report;

        Assert.Equal(["SYSTEM Open", "GOLD Open", "MSFT Open"], States(report));
        Assert.Equal(BreakerCause.SystemScore, report.Breakers[0].Cause);
        Assert.All(report.Assets, asset => Assert.Equal("The SYSTEM breaker is Open.", asset.WithheldBecause));
    }

    [Fact]
    public void A_second_Extreme_round_is_recorded_as_a_cause_and_changes_nothing()
    {
        var first = Decide(Extreme(A.Round()));
        var second = Decide(Extreme(A.Round()).InRound(2), first.Next);

        Assert.Empty(second.Report.Transitions);
        Assert.Equal([BreakerCause.ExtremeDispersion], Gold(second.Report, Standard.GoldScope).ActiveCauses);
        Assert.Equal(2, Gold(second.Report, Standard.GoldScope).Version);
    }

    [Fact]
    public void Three_rounds_without_any_decision_open_every_breaker()
    {
        var state = EngineState.Initial;
        for (int round = 1; round <= 3; round++)
        {
            var outcome = Decide(A.Round().InRound(round).WithSilent(1).WithSilent(2), state);
            Assert.All(outcome.Report.Assets, asset => Assert.Equal((Quality.NoDecision, null), (asset.Quality, asset.Price)));
            Assert.Equal(round == 3 ? ["SYSTEM Open", "GOLD Open", "MSFT Open"] : ["SYSTEM Closed", "GOLD Closed", "MSFT Closed"], States(outcome.Report));
            state = outcome.Next;
        }
    }

    [Fact]
    public void Three_rounds_without_a_decision_for_one_asset_open_that_one()
    {
        var state = EngineState.Initial;
        for (int round = 1; round <= 3; round++)
            state = Decide(WithoutGold(A.Round()).InRound(round), state).Next;

        Assert.Equal(BreakerState.Open, state.BreakerOf(Standard.GoldScope).State);
        Assert.Equal(BreakerCause.NoDecision, state.BreakerOf(Standard.GoldScope).Cause);
        Assert.Equal(BreakerState.Closed, state.BreakerOf(Scope.System).State);
        Assert.Equal(BreakerState.Closed, state.BreakerOf(Standard.MsftScope).State);
    }

    [Fact]
    public void A_decision_in_between_starts_the_count_again()
    {
        var state = EngineState.Initial;
        for (int round = 1; round <= 5; round++)
            state = Decide((round == 3 ? A.Round() : WithoutGold(A.Round())).InRound(round), state).Next;

        Assert.Equal(BreakerState.Closed, state.BreakerOf(Standard.GoldScope).State);
        Assert.Equal(2, state.MemoryOf(Standard.Gold).RoundsWithoutDecision);
    }

    [Fact]
    public void Out_of_session_missing_decisions_alarm_nobody_and_nothing_is_published()
    {
        var state = EngineState.Initial;
        for (int round = 1; round <= 4; round++)
        {
            var outcome = Decide(WithoutGold(A.Round()).InRound(round).OutOfSession(), state);
            Assert.Equal("The market is closed.", Asset(outcome.Report, Standard.Msft).WithheldBecause);
            state = outcome.Next;
        }

        Assert.All(state.Breakers, breaker => Assert.Equal(BreakerState.Closed, breaker.State));
    }

    [Fact]
    public void The_last_price_is_shown_with_its_round_and_never_as_the_price()
    {
        var first = Decide(A.Round());
        var report = Decide(WithoutGold(A.Round()).InRound(2), first.Next).Report;

        Assert.Null(Gold(report).Price);
        Assert.Equal(new RoundNumber(1), Gold(report).LastPrice?.Round);
        Assert.Equal(first.Report.CompletedAt, Gold(report).LastPrice?.At);
        Assert.Equal((Tier.Elevated, true), (Gold(report).Tier, Gold(report).TierStale));
    }

    [Fact]
    public void Probation_closes_after_three_clean_rounds()
    {
        var state = A.State().AfterRound(1)
            .WithBreaker(Standard.GoldScope, BreakerState.HalfOpen, 3).WithBreaker(Scope.System, BreakerState.HalfOpen, 3).Build();

        for (int round = 2; round <= 4; round++)
            state = Decide(A.Round().InRound(round), state).Next;

        Assert.All(
            (Scope[])[Standard.GoldScope, Scope.System],
            scope => Assert.Equal((BreakerState.Closed, 4L), (state.BreakerOf(scope).State, state.BreakerOf(scope).Version)));
    }

    [Fact]
    public void A_lying_node_changes_votes_and_nothing_that_people_act_on()
    {
        var honest = Decide(A.Round()).Report;
        var lied = Decide(LyingAboutEverything(A.Round(), node: 2)).Report;

        Assert.Equal(honest.Assets.Select(Essence), lied.Assets.Select(Essence));
        Assert.All(lied.Assets.SelectMany(asset => asset.Sources), source => Assert.Equal(3, source.Votes));

        static object Essence(AssetReport asset) =>
            (asset.Price, asset.WeightedMean, asset.StandardDeviation, asset.DispersionPercent, asset.Tier, asset.Quality);
    }

    [Fact]
    public void A_dropped_observation_is_reported_with_its_observer()
    {
        var report = Decide(A.Round().WithBadSignature(3)).Report;

        Assert.Equal([new DroppedObservation(new NodeId(3), ObservationDefect.BadSignature)], report.Network.Dropped);
        Assert.Equal(3, report.Network.Counted);
        Assert.All(report.Assets, asset => Assert.Equal(Quality.Good, asset.Quality));
    }

    [Fact]
    public void Every_configured_asset_source_and_breaker_is_listed_whatever_happens()
    {
        var report = Decide(A.Round().WithSilent(1).WithSilent(2).WithSilent(3).WithSilent(4)).Report;

        Assert.Equal(Rules.Market.Sources.Select(source => source.Id), report.Assets.SelectMany(asset => asset.Sources).Select(source => source.Id));
        Assert.Equal(3, report.Breakers.Length);
        Assert.All(report.Assets.SelectMany(asset => asset.Sources), source =>
        {
            Assert.Equal(SourceVerdict.NoAgreement, source.Verdict);
            Assert.NotNull(source.Reason);
            Assert.Null(source.Price);
        });
    }

    [Fact]
    public void An_asset_that_left_the_rule_set_keeps_its_breaker()
    {
        var state = A.State().WithBreaker(Scope.Parse("OIL"), BreakerState.Isolated).Build();

        Assert.Equal(BreakerState.Isolated, Decide(A.Round(), state).Next.BreakerOf(Scope.Parse("OIL")).State);
    }

    [Fact]
    public void The_order_of_observations_does_not_reach_the_bytes() =>
        Gen.Int.Array[4].Sample(
            keys =>
            {
                var inputs = LyingAboutEverything(A.Round(), node: 4).WithBadSignature(2).Build();
                var shuffled = inputs with
                {
                    Evidence = inputs.Evidence with { Observations = [.. inputs.Evidence.Observations.OrderBy(o => keys[o.Observation.Node.Number - 1])] },
                };

                var (first, second) = (RoundDecision.Decide(EngineState.Initial, Rules, inputs), RoundDecision.Decide(EngineState.Initial, Rules, shuffled));

                Assert.Equal(first.Report.ToBytes(), second.Report.ToBytes());
                Assert.Equal(first.Next.ToBytes(), second.Next.ToBytes());
            },
            iter: 24);

    private static RoundBuilder Extreme(RoundBuilder round) =>
        round.WithPrice(Standard.GoldShare, 200m).WithPrice(Standard.GoldRate, 4500m);

    private static RoundBuilder WithoutGold(RoundBuilder round) =>
        Rules.Market.SourcesOf(Standard.Gold).Aggregate(round, (r, source) => r.WithFailure(source, RefusalCode.Transport));

    private static RoundBuilder LyingAboutEverything(RoundBuilder round, int node) =>
        Rules.Market.Sources.Aggregate(round, (r, source) => r.WithLiar(node, source, 1_234m));

    private static RoundOutcome Decide(RoundBuilder round, EngineState? state = null) =>
        RoundDecision.Decide(state ?? EngineState.Initial, Rules, round.Build());

    private static AssetReport Gold(RoundReport report) => Asset(report, Standard.Gold);

    private static BreakerReport Gold(RoundReport report, Scope scope) => report.Breakers.Single(breaker => breaker.Scope == scope);

    private static AssetReport Asset(RoundReport report, AssetSymbol asset) => report.Assets.Single(a => a.Asset == asset);

    private static IEnumerable<string> States(RoundReport report) =>
        report.Breakers.Select(breaker => $"{breaker.Scope} {breaker.State}");

    private static (int, int, int, int, int, int, int) Numbers(NetworkReport network) =>
        (network.Nodes, network.Faulty, network.OneHonest, network.HonestMajority, network.Byzantine, network.VotesNeeded, network.Counted);
}
