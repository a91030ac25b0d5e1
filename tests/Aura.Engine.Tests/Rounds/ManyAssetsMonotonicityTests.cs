using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>
/// The same promise for any number of assets, any breaker that was arranged before and any thresholds that keep it: no
/// dispersion falls, so nothing gets milder.
/// </summary>
public sealed class ManyAssetsMonotonicityTests(ITestOutputHelper output)
{
    private const int Pairs = 20_000;
    private const int MostAssets = 6;

    private static readonly RuleSet Shipped = A.RuleSet().AsShipped().Build();
    private static readonly DateTimeOffset Now = Standard.Start.AddMinutes(1);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Of_any_number_of_assets_none_gets_milder_when_no_dispersion_falls(int seed)
    {
        var random = new Random(seed);
        var (fell, saved) = (0, 0);
        for (int i = 0; i < Pairs; i++)
        {
            var rules = Thresholds(random).In(Shipped);
            var (mild, worse) = Pair(random, rules.Risk);
            string pair = $"seed {seed}, pair {i}: {string.Join("/", mild)} → {string.Join("/", worse)}";
            foreach (var (calm, tense) in Assets(mild, rules).Zip(Assets(worse, rules)))
            {
                Assert.True(tense.Assessment.Tier >= calm.Assessment.Tier, pair);
                var before = Breaker(random, Scope.Of(calm.Assessment.Asset));
                IsNoMilder(before, OfAsset(calm, before, rules), OfAsset(tense, before, rules), pair);
            }

            var system = Breaker(random, Scope.System);
            IsNoMilder(system, OfSystem(mild, system, rules), OfSystem(worse, system, rules), pair);
            Assert.True(!IsActive(BreakerCause.EveryAssetHigh, mild, rules) || IsActive(BreakerCause.EveryAssetHigh, worse, rules), pair);

            fell += Score(worse, rules) < Score(mild, rules) ? 1 : 0;
            saved += IsActive(BreakerCause.SystemScore, mild, rules) && !IsActive(BreakerCause.SystemScore, worse, rules) ? 1 : 0;
        }

        output.WriteLine(
            $"Seed {seed}: {Pairs} pairs of 1 to {MostAssets} assets; the original score fell in {fell} and would have let SYSTEM go in {saved}.");
        Assert.True(saved > 0);
    }

    // A score of 9 or more with the addition needs a mean of 7: all High, or one Extreme. When the gap that added falls to
    // its limit, nothing lies further than the limit below an Extreme one, and that is still High.
    [Theory]
    [InlineData(8, 9, true)]
    [InlineData(8.0001, 9, false)]
    [InlineData(8, 8, false)]
    public void The_promise_holds_while_High_begins_a_gap_below_Extreme_and_SYSTEM_opens_at_nine(double high, double opensAt, bool isKept)
    {
        var thresholds = ThresholdSet.Of(Shipped) with { HighAbovePercent = (decimal)high, SystemOpensAtScore = (decimal)opensAt };
        Assert.Empty(thresholds.Faults(Shipped));
        var rules = thresholds.In(Shipped);
        // Both sides of every threshold, three assets: every pair that can make a difference.
        decimal[] percents = [1.9m, 2.1m, 4m, 5.9m, 6.1m, 7.9m, 8m, 8.0001m, 8.00015m, 8.1m, 10m, 10.0001m, 10.1m];
        var judged = Triples(percents).ToLookup(triple => IsAlarm(triple, rules));
        int broken = judged[true].Sum(mild => judged[false].Count(worse => worse.Zip(mild).All(both => both.First >= both.Second)));

        output.WriteLine($"High above {high} %, SYSTEM at {opensAt}: {broken} pairs in which worse prices would let SYSTEM go.");
        Assert.Equal(isKept, broken == 0);
    }

    [Fact]
    public void Rounds_whose_sources_move_apart_leave_no_breaker_milder()
    {
        const int seed = 13;
        var random = new Random(seed);
        int compared = 0;
        for (int i = 0; i < 150; i++)
        {
            var state = A.State().AfterRound(4)
                .WithBreaker(Scope.System, Any(random)).WithBreaker(Standard.GoldScope, Any(random)).WithBreaker(Standard.MsftScope, Any(random))
                .Build();
            var (mild, worse) = Pair(random, Shipped.Risk, assets: 2);
            var (was, becomes) = (Round(state, mild), Round(state, worse));
            string pair = $"seed {seed}, pair {i}: {string.Join("/", mild)} → {string.Join("/", worse)}";
            // Bodies state four places; which of the two lies further apart is for the round to say.
            if (was.Report.Assets.Zip(becomes.Report.Assets).Any(both => both.Second.DispersionPercent < both.First.DispersionPercent))
                continue;

            compared++;
            Assert.All(was.Report.Assets.Zip(becomes.Report.Assets), both => Assert.True(both.Second.Tier >= both.First.Tier, pair));
            foreach (var (calm, tense) in was.Next.Breakers.Zip(becomes.Next.Breakers))
                IsNoMilder(state.BreakerOf(calm.Scope), calm, tense, pair);
        }

        output.WriteLine($"Seed {seed}: {compared} pairs of rounds.");
        Assert.True(compared > 100);
    }

    private static void IsNoMilder(BreakerRecord before, BreakerRecord calm, BreakerRecord tense, string pair)
    {
        Assert.True(Strictness(tense.State) >= Strictness(calm.State), $"{pair}: {before.Scope} became {tense.State} instead of {calm.State}");
        // Nor does what is worse bring the end of a probation nearer.
        if (tense.State == calm.State)
            Assert.True(tense.CleanRounds <= calm.CleanRounds, $"{pair}: {before.Scope} counts {tense.CleanRounds} instead of {calm.CleanRounds}");
        if (before.State is not (BreakerState.Open or BreakerState.Isolated))
            return;
        Assert.All((BreakerRecord[])[calm, tense], after => Assert.Equal(
            (before.State, before.Version, before.TrippedAt), (after.State, after.Version, after.TrippedAt)));
    }

    private static int Strictness(BreakerState state) => state switch
    {
        BreakerState.Closed => 0,
        BreakerState.HalfOpen => 1,
        BreakerState.Open => 2,
        _ => 3,
    };

    // Thresholds as people may set them, within what the promise needs.
    private static ThresholdSet Thresholds(Random random)
    {
        var shipped = ThresholdSet.Of(Shipped);
        if (random.Next(2) == 0)
            return shipped;

        decimal extreme = 3m + (random.Next(0, 1_200) / 100m);
        decimal high = 0.5m + ((extreme - Shipped.Risk.DispersionGapPercentagePoints - 0.5m) * random.Next(0, 101) / 100m);
        high = decimal.Round(high, 4, MidpointRounding.ToZero);
        return shipped with
        {
            ElevatedAbovePercent = decimal.Round(high / 2m, 4),
            HighAbovePercent = high,
            ExtremeAbovePercent = extreme,
            CleanUpToPercent = decimal.Round(extreme * random.Next(0, 101) / 100m, 4, MidpointRounding.ToZero),
            SystemOpensAtScore = 9m + (random.Next(0, 4) / 2m),
        };
    }

    private static (decimal[] Mild, decimal[] Worse) Pair(Random random, RiskRules risk, int? assets = null)
    {
        decimal[] limits = [risk.ElevatedAbovePercent, risk.HighAbovePercent, risk.ExtremeAbovePercent];
        decimal[] mild = [.. Enumerable.Range(0, assets ?? random.Next(1, MostAssets + 1)).Select(_ => random.Next(2) == 0
            ? decimal.Max(0m, limits[random.Next(3)] + (random.Next(-300, 301) / 100m))
            : random.Next(0, 1_500) / 100m)];
        return (mild, [.. mild.Select(percent => percent + (random.Next(3) == 0 ? 0m : random.Next(0, 400) / 100m))]);
    }

    private static IEnumerable<decimal[]> Triples(decimal[] percents) =>
        percents.SelectMany(first => percents.Where(second => second >= first)
            .SelectMany(second => percents.Where(third => third >= second).Select(third => (decimal[])[first, second, third])));

    private static BreakerState Any(Random random) => Enum.GetValues<BreakerState>()[random.Next(4)];

    private static BreakerRecord Breaker(Random random, Scope scope)
    {
        var state = Any(random);
        return StateBuilder.Record(scope, state, 2, Standard.Start, state is BreakerState.HalfOpen ? random.Next(3) : 0) with
        {
            Recent = [.. Enumerable.Range(0, random.Next(5)).Select(second => Standard.Start.AddSeconds(second))],
        };
    }

    private static ImmutableArray<AssetFigures> Assets(decimal[] percents, RuleSet rules) =>
    [
        .. percents.Select((percent, number) =>
        {
            var tier = AssetRisk.TierOf(percent, Tier.Normal, hasQuarantined: false, rules.Risk);
            return new AssetFigures(
                new AssetAssessment(
                    AssetSymbol.Parse($"A{number}"), percent, tier, false, RiskRules.ScoreOf(tier), Quality.Good, "Three sources agreed."),
                0, InSession: true);
        }),
    ];

    private static SystemFigures System(decimal[] percents, RuleSet rules)
    {
        ImmutableArray<AssetAssessment> assets = [.. Assets(percents, rules).Select(asset => asset.Assessment)];
        return new SystemFigures(SystemAssessment.Of(assets, rules.Risk), assets, [.. assets.Select(_ => 0)], InSession: true) { Faulty = 1 };
    }

    private static decimal Score(decimal[] percents, RuleSet rules) => System(percents, rules).Assessment.RawScore;

    private static bool IsActive(BreakerCause cause, decimal[] percents, RuleSet rules) =>
        SystemCauses.Find(System(percents, rules), rules.Breaker).Single(finding => finding.Cause == cause).IsActive;

    private static bool IsAlarm(decimal[] percents, RuleSet rules) =>
        SystemCauses.Find(System(percents, rules), rules.Breaker).Any(finding => finding is { Mode: CauseMode.On, IsActive: true });

    private static BreakerRecord OfAsset(AssetFigures asset, BreakerRecord before, RuleSet rules) => After(
        before, BreakerSignals.For(asset, AssetCauses.Find(asset, rules.Breaker), new RoundNumber(1), rules.Breaker), rules);

    private static BreakerRecord OfSystem(decimal[] percents, BreakerRecord before, RuleSet rules)
    {
        var figures = System(percents, rules);
        return After(
            before, BreakerSignals.For(figures, SystemCauses.Find(figures, rules.Breaker), new RoundNumber(1), rules.Breaker), rules);
    }

    private static BreakerRecord After(BreakerRecord before, BreakerSignal signal, RuleSet rules) =>
        BreakerMachine.Apply(before, signal, rules.Breaker, Now) switch
        {
            BreakerStep.Moved moved => moved.Next,
            BreakerStep.Stayed stayed => stayed.Next,
            var other => throw new InvalidOperationException($"A round was answered with {other}."),
        };

    private static RoundOutcome Round(EngineState state, decimal[] percents)
    {
        var (gold, msft) = (decimal.Round(3356.73m * percents[0] / 100m, 2), decimal.Round(467m * percents[1] / 100m / 0.8164965809m, 4));
        return RoundDecision.Decide(state, Shipped, A.Round().Under(Shipped).After(state)
            .WithPrice(Standard.GoldShare, decimal.Round((3356.73m + gold) * Standard.Ounces.OuncesPerShare, 4))
            .WithPrice(Standard.GoldRate, 3356.73m - gold).WithPrice(Standard.GoldSeries, 3356.73m + gold).WithPrice(Standard.GoldSpot, 3356.73m - gold)
            .WithPrice(Standard.MsftDay, 467m).WithPrice(Standard.MsftQuote, 467m - msft).WithPrice(Standard.MsftSeries, 467m + msft).Build());
    }
}
