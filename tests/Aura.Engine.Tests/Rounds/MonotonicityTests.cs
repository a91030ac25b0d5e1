using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>
/// Prices that are further apart never make a tier milder or a breaker less strict. The score of the specification alone
/// would: that is why SYSTEM has a second cause.
/// </summary>
public sealed class MonotonicityTests(ITestOutputHelper output)
{
    private const int Pairs = 20_000;

    private static readonly RuleSet Rules = A.RuleSet().AsShipped().Build();
    private static readonly DateTimeOffset Now = Standard.Start.AddMinutes(1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Worse_dispersions_never_leave_a_tier_milder_or_a_breaker_less_strict(int seed)
    {
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        int scoreFell = 0;
        for (int i = 0; i < Pairs; i++)
        {
            (decimal Gold, decimal Msft) mild = (Percent(random), Percent(random));
            (decimal Gold, decimal Msft) worse = (mild.Gold + Step(random), mild.Msft + Step(random));
            string pair = $"{mild} → {worse}";
            var (before, after) = (Assets(mild.Gold, mild.Msft), Assets(worse.Gold, worse.Msft));
            foreach (var state in Enum.GetValues<BreakerState>())
            {
                foreach (var (calm, tense) in before.Zip(after))
                {
                    Assert.True(tense.Assessment.Tier >= calm.Assessment.Tier, pair);
                    Assert.True(Strictness(Asset(tense, state)) >= Strictness(Asset(calm, state)), $"{pair}, {calm.Assessment.Asset} {state}");
                }

                var (was, becomes) = (System(before, state), System(after, state));
                Assert.True(Strictness(becomes) >= Strictness(was), $"{pair}, SYSTEM {state} became {becomes} instead of {was}");
                if (state is BreakerState.Open or BreakerState.Isolated)
                    Assert.Equal((state, state), (was, becomes));
            }

            Assert.True(IsActive(BreakerCause.EveryAssetHigh, after) || !IsActive(BreakerCause.EveryAssetHigh, before), pair);
            scoreFell += Score(after).RawScore < Score(before).RawScore ? 1 : 0;
        }

        output.WriteLine($"{Pairs} pairs; in {scoreFell} of them the original score fell although nothing got better.");
        Assert.True(scoreFell > 0);
    }

    [Fact]
    public void The_original_score_falls_when_the_calmer_asset_gets_worse_and_the_second_cause_does_not()
    {
        var (mild, worse) = (Assets(10.5m, 8.4m), Assets(10.5m, 8.6m));

        Assert.Equal((10.5m, 8.5m), (Score(mild).RawScore, Score(worse).RawScore));
        Assert.Equal((true, false), (IsActive(BreakerCause.SystemScore, mild), IsActive(BreakerCause.SystemScore, worse)));
        Assert.Equal((true, true), (IsActive(BreakerCause.EveryAssetHigh, mild), IsActive(BreakerCause.EveryAssetHigh, worse)));
    }

    private static decimal Percent(Random random) => random.Next(3) switch
    {
        // Around the thresholds as often as anywhere.
        0 => new[] { 2m, 5m, 10m }[random.Next(3)] + (random.Next(-2, 3) / 100m),
        1 => random.Next(0, 1_500) / 100m,
        _ => random.Next(750, 1_100) / 100m,
    };

    private static decimal Step(Random random) => random.Next(3) == 0 ? 0m : random.Next(0, 400) / 100m;

    private static int Strictness(BreakerState state) => state switch
    {
        BreakerState.Closed => 0,
        BreakerState.HalfOpen => 1,
        BreakerState.Open => 2,
        _ => 3,
    };

    private static ImmutableArray<AssetFigures> Assets(decimal gold, decimal msft) =>
        [Figures(Standard.Gold, gold), Figures(Standard.Msft, msft)];

    private static AssetFigures Figures(AssetSymbol asset, decimal percent)
    {
        var tier = AssetRisk.TierOf(percent, Tier.Normal, hasQuarantined: false, Rules.Risk);
        return new AssetFigures(
            new AssetAssessment(asset, percent, tier, false, RiskRules.ScoreOf(tier), Quality.Good, "Three sources agreed."), 0, true);
    }

    private static SystemAssessment Score(ImmutableArray<AssetFigures> assets) =>
        SystemAssessment.Of([.. assets.Select(asset => asset.Assessment)], Rules.Risk);

    private static SystemFigures OfSystem(ImmutableArray<AssetFigures> assets) =>
        new(Score(assets), [.. assets.Select(asset => asset.Assessment)], [.. assets.Select(_ => 0)], true) { Faulty = 1 };

    private static bool IsActive(BreakerCause cause, ImmutableArray<AssetFigures> assets) =>
        SystemCauses.Find(OfSystem(assets), Rules.Breaker).First(finding => finding.Cause == cause).IsActive;

    private static BreakerState Asset(AssetFigures figures, BreakerState state) => Apply(
        Scope.Of(figures.Assessment.Asset), state,
        BreakerSignals.For(figures, AssetCauses.Find(figures, Rules.Breaker), new RoundNumber(1), Rules.Breaker));

    private static BreakerState System(ImmutableArray<AssetFigures> assets, BreakerState state)
    {
        var figures = OfSystem(assets);
        return Apply(Scope.System, state, BreakerSignals.For(figures, SystemCauses.Find(figures, Rules.Breaker), new RoundNumber(1), Rules.Breaker));
    }

    private static BreakerState Apply(Scope scope, BreakerState state, BreakerSignal signal) =>
        BreakerMachine.Apply(StateBuilder.Record(scope, state, 2, Standard.Start, state is BreakerState.HalfOpen ? 2 : 0), signal, Rules.Breaker, Now) switch
        {
            BreakerStep.Moved moved => moved.Next.State,
            BreakerStep.Stayed stayed => stayed.Next.State,
            var other => throw new InvalidOperationException($"A round was answered with {other}."),
        };
}
