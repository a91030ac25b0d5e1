using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds.Thresholds;

/// <summary>A trial goes by the figures of reports: it must find what the rounds themselves found.</summary>
public sealed class ThresholdTrialTests(ITestOutputHelper output)
{
    private static readonly RuleSet Rules = A.RuleSet().AsShipped().Build();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_the_rules_in_force_it_finds_round_by_round_what_the_engine_found(int seed)
    {
        output.WriteLine($"seed {seed}");
        var reports = Play(seed, 120);
        // A run that misses a cause would prove little.
        Assert.True(Active(reports).Select(found => found.Cause).Distinct().Count() >= 6);

        for (int n = 1; n <= reports.Length; n++)
        {
            var before = ThresholdTrial.Of(Rules, ThresholdSet.Of(Rules), [.. reports.Take(n - 1)]);
            var after = ThresholdTrial.Of(Rules, ThresholdSet.Of(Rules), [.. reports.Take(n)]);
            var report = reports[n - 1];
            var active = after.Causes
                .Where(cause => cause.Now.Rounds > RoundsOf(before, cause))
                .Select(cause => (cause.Scope, cause.Cause)).ToHashSet();

            Assert.Equal(Active([report]).ToHashSet(), active);
        }
    }

    [Fact]
    public void It_counts_the_rounds_of_every_tier_beside_those_there_would_have_been()
    {
        var reports = Play(1, 200);
        var lenient = ThresholdSet.Of(Rules) with { ExtremeAbovePercent = 40m };

        var trial = ThresholdTrial.Of(Rules, lenient, reports);

        Assert.Equal((200, new RoundNumber(1), new RoundNumber(200)), (trial.Rounds, trial.First, trial.Last));
        foreach (var asset in reports[0].Assets.Select(asset => asset.Asset))
        {
            Assert.Equal(200, trial.Tiers.Where(tier => tier.Asset == asset).Sum(tier => tier.Proposed));
            Assert.All(
                trial.Tiers.Where(tier => tier.Asset == asset),
                tier => Assert.Equal(reports.Count(report => report.Assets.First(found => found.Asset == asset).Tier == tier.Tier), tier.Now));
        }

        Assert.Contains(trial.Tiers, tier => tier is { Tier: Tier.Extreme, Now: > 0 });
        Assert.All(trial.Tiers.Where(tier => tier.Tier is Tier.Extreme), tier => Assert.Equal(0, tier.Proposed));
        Assert.Contains(trial.Causes, cause => cause is { Cause: BreakerCause.ExtremeDispersion, Now.Openings: > 0, Proposed.Openings: 0 });
    }

    [Fact]
    public void What_stays_between_the_thresholds_is_one_opening_and_a_cause_that_is_off_has_none()
    {
        var state = EngineState.Initial;
        var reports = ImmutableArray.CreateBuilder<RoundReport>();
        foreach (decimal price in new[] { 3_300m, 3_700m, 3_450m, 3_850m, 3_850m, 4_300m })
            reports.Add(Decide(ref state, round => round.WithGold(price)));

        var trial = ThresholdTrial.Of(Rules, Off(BreakerCause.PriceJump), reports.ToImmutable());

        var jump = Assert.Single(trial.Causes, cause => cause.Cause is BreakerCause.PriceJump);
        Assert.Equal((CauseMode.On, CauseMode.Off), (jump.ModeNow, jump.ModeProposed));
        // +12 %, then −7 % which is not over yet, then +12 %; +0 % is, so that the last one opens anew.
        Assert.Equal((new CauseActivity(3, 2), new CauseActivity(0, 0)), (jump.Now, jump.Proposed));
    }

    [Fact]
    public void Without_rounds_it_says_so()
    {
        var trial = ThresholdTrial.Of(Rules, Off(BreakerCause.PriceJump), []);

        Assert.Equal((0, RoundNumber.None), (trial.Rounds, trial.Last));
        Assert.Empty(trial.Causes);
    }

    private static IEnumerable<(Scope Scope, BreakerCause Cause)> Active(IEnumerable<RoundReport> reports) =>
        reports.SelectMany(report => report.Breakers).SelectMany(
            breaker => breaker.ActiveCauses.Concat(breaker.ShadowCauses ?? []), (breaker, cause) => (breaker.Scope, cause));

    private static int RoundsOf(ThresholdTrial trial, CauseTrial cause) =>
        trial.Causes.FirstOrDefault(found => found.Scope == cause.Scope && found.Cause == cause.Cause)?.Now.Rounds ?? 0;

    private static ThresholdSet Off(BreakerCause cause) => ThresholdSet.Of(Rules) with
    {
        Causes = [.. Rules.Breaker.CausesInForce.Select(rule => rule.Cause == cause ? rule with { Mode = CauseMode.Off } : rule)],
    };

    private static ImmutableArray<RoundReport> Play(int seed, int rounds)
    {
        var random = new Random(seed);
        var state = EngineState.Initial;
        var reports = ImmutableArray.CreateBuilder<RoundReport>();
        decimal gold = 3_300m;
        for (int i = 0; i < rounds; i++)
        {
            gold *= random.Next(12) == 0 ? 1m + (random.Next(-30, 30) / 100m) : 1m;
            gold = decimal.Clamp(decimal.Round(gold, 2), 500m, 20_000m);
            reports.Add(Decide(ref state, round => Vary(round.WithGold(gold), random, gold)));
        }

        return reports.ToImmutable();
    }

    private static RoundBuilder Vary(RoundBuilder round, Random random, decimal gold) => random.Next(9) switch
    {
        0 => round.WithPrice(Standard.GoldRate, gold * (1m + (random.Next(40) / 100m))),
        1 => round.WithFailure(Standard.GoldSpot, RefusalCode.Timeout),
        2 => round.WithFailure(Standard.GoldSpot, RefusalCode.Stale).WithFailure(Standard.GoldRate, RefusalCode.Stale).WithFailure(Standard.GoldShare, RefusalCode.FutureDated),
        3 => round.WithPrice(Standard.MsftDay, 300m + random.Next(300)),
        4 => round.WithSilent(1).WithSilent(2),
        5 => round.OutOfSession(),
        6 => round.WithTwoFaced(1).WithTwoFaced(2),
        7 => round.WithPrice(Standard.GoldRate, decimal.Round(gold / 31.1035m, 4)),
        _ => round,
    };

    private static RoundReport Decide(ref EngineState state, Func<RoundBuilder, RoundBuilder> vary)
    {
        var outcome = RoundDecision.Decide(state, Rules, vary(A.Round().Under(Rules).After(state)).Build());
        state = outcome.Next;
        return outcome.Report;
    }
}
