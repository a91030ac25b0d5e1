using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Breaker;

public sealed class BreakerSignalsTests
{
    private static readonly BreakerRules Rules = A.RuleSet().Build().Breaker;
    private static readonly RoundNumber Round = new(5);
    private static readonly AssetAssessment Assessment =
        new(Standard.Gold, 0.1m, Tier.Normal, false, 0m, Quality.Good, "Arranged.");

    private static readonly AssetFigures Calm = new(Assessment, 0, InSession: true);
    private static readonly SystemFigures CalmSystem =
        new(new SystemAssessment(0m, 0m, 0m, 0m, true, false), [Assessment, Assessment], [0, 0], InSession: true);

    [Fact]
    public void A_calm_round_is_clean() => Assert.IsType<BreakerSignal.Clean>(For(Calm));

    [Fact]
    public void An_Extreme_asset_raises_an_alarm_with_its_evidence()
    {
        var alarm = Assert.IsType<BreakerSignal.Alarm>(For(Assessed(Assessment with { Tier = Tier.Extreme, DispersionPercent = 12.5m })));

        Assert.Equal(
            (BreakerCause.ExtremeDispersion, Round, "GOLD is Extreme: its sources are dispersed by 12.5 %."),
            (alarm.Cause, alarm.Round, alarm.Detail));
    }

    [Fact]
    public void A_stale_Extreme_tier_raises_none_but_is_not_clean_either() =>
        Assert.IsType<BreakerSignal.Unclean>(For(Assessed(
            Assessment with { Tier = Tier.Extreme, DispersionPercent = null, TierStale = true, Quality = Quality.SingleSource })));

    [Theory]
    [InlineData(5.0, true)]
    [InlineData(5.000000000001, false)]
    public void A_clean_round_has_at_most_five_percent(double percent, bool clean) =>
        Assert.Equal(
            clean,
            For(Assessed(Assessment with { DispersionPercent = (decimal)percent, Tier = Tier.Elevated })) is BreakerSignal.Clean);

    [Theory]
    [InlineData(Quality.Good, true)]
    [InlineData(Quality.Degraded, true)]
    [InlineData(Quality.SingleSource, false)]
    [InlineData(Quality.NoDecision, false)]
    public void A_clean_round_is_at_least_Degraded(Quality quality, bool clean) =>
        Assert.Equal(clean, For(Assessed(Assessment with { Quality = quality })) is BreakerSignal.Clean);

    [Fact]
    public void Out_of_session_no_round_is_clean() =>
        Assert.IsType<BreakerSignal.Unclean>(For(Calm with { InSession = false }));

    [Theory]
    [InlineData(2, true, false)]
    [InlineData(3, true, true)]
    [InlineData(4, true, true)]
    [InlineData(3, false, false)]
    public void Three_rounds_without_a_decision_raise_an_alarm_in_session(int rounds, bool inSession, bool alarms)
    {
        var undecided = Assessment with { Quality = Quality.NoDecision, DispersionPercent = null, TierStale = true };

        var active = Active(AssetCauses.Find(new AssetFigures(undecided, rounds, inSession), Rules));

        Assert.Equal(alarms ? [BreakerCause.NoDecision] : [], active);
    }

    [Theory]
    [InlineData(8.999999999999, false)]
    [InlineData(9.0, true)]
    public void SYSTEM_alarms_at_a_raw_score_of_nine(double score, bool alarms) =>
        Assert.Equal(
            alarms ? [BreakerCause.SystemScore] : [], Active(SystemCauses.Find(Scored((decimal)score), Rules)));

    [Fact]
    public void SYSTEM_alarms_when_no_asset_decides_and_not_when_one_does()
    {
        Assert.Equal([BreakerCause.NoDecision], Active(SystemCauses.Find(CalmSystem with { RoundsWithoutDecision = [3, 3] }, Rules)));
        Assert.Empty(Active(SystemCauses.Find(CalmSystem with { RoundsWithoutDecision = [3, 0] }, Rules)));
        Assert.Empty(Active(SystemCauses.Find(
            CalmSystem with { RoundsWithoutDecision = [3, 3], InSession = false }, Rules)));
    }

    [Fact]
    public void SYSTEM_is_clean_when_every_asset_decides_in_session_below_nine()
    {
        Assert.IsType<BreakerSignal.Clean>(For(Scored(8.9m)));
        Assert.IsType<BreakerSignal.Unclean>(For(
            CalmSystem with { Assessment = CalmSystem.Assessment with { EveryAssetDecided = false } }));
        Assert.IsType<BreakerSignal.Unclean>(For(CalmSystem with { InSession = false }));
    }

    [Fact]
    public void The_most_severe_cause_is_the_signal()
    {
        var both = Scored(12m) with { RoundsWithoutDecision = [3] };

        Assert.Equal([BreakerCause.SystemScore, BreakerCause.NoDecision], Active(SystemCauses.Find(both, Rules)));
        Assert.Equal(BreakerCause.SystemScore, Assert.IsType<BreakerSignal.Alarm>(For(both)).Cause);
    }

    [Fact]
    public void A_shadow_neither_alarms_nor_spoils_a_clean_round()
    {
        var shadowed = Rules with
        {
            Causes = [new CauseRule(BreakerCause.PriceJump, CauseMode.Shadow) { EnterAbove = 10m, LeaveAt = 5m }],
        };
        var jumped = Calm with { ChangePercent = -12m };

        Assert.Equal([BreakerCause.PriceJump], Active(AssetCauses.Find(jumped, shadowed)));
        Assert.IsType<BreakerSignal.Clean>(
            BreakerSignals.For(jumped, AssetCauses.Find(jumped, shadowed), Round, shadowed));
    }

    private static AssetFigures Assessed(AssetAssessment assessment) => Calm with { Assessment = assessment };

    private static SystemFigures Scored(decimal score) =>
        CalmSystem with { Assessment = CalmSystem.Assessment with { RawScore = score } };

    private static IEnumerable<BreakerCause> Active(ImmutableArray<CauseFinding> findings) =>
        findings.Where(finding => finding.IsActive).Select(finding => finding.Cause);

    private static BreakerSignal For(AssetFigures asset) =>
        BreakerSignals.For(asset, AssetCauses.Find(asset, Rules), Round, Rules);

    private static BreakerSignal For(SystemFigures system) =>
        BreakerSignals.For(system, SystemCauses.Find(system, Rules), Round, Rules);
}
