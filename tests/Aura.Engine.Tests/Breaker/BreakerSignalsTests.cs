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
    private static readonly DecidedRound InSession = new(new RoundNumber(5), true);
    private static readonly DecidedRound AfterClose = InSession with { InSession = false };
    private static readonly AssetMemory Memory = AssetMemory.Blank(Standard.Gold);
    private static readonly AssetAssessment Calm =
        new(Standard.Gold, 0.1m, Tier.Normal, false, 0m, Quality.Good, "Arranged.");

    private static readonly SystemAssessment CalmSystem = new(0m, 0m, 0m, 0m, true, false);

    [Fact]
    public void A_calm_round_is_clean() => Assert.IsType<BreakerSignal.Clean>(For(Calm));

    [Fact]
    public void An_Extreme_asset_raises_an_alarm_with_its_evidence()
    {
        var alarm = Assert.IsType<BreakerSignal.Alarm>(For(Calm with { Tier = Tier.Extreme, DispersionPercent = 12.5m }));

        Assert.Equal(
            (BreakerCause.ExtremeDispersion, InSession.Number, "GOLD is Extreme: its sources are dispersed by 12.5 %."),
            (alarm.Cause, alarm.Round, alarm.Detail));
    }

    [Fact]
    public void A_stale_Extreme_tier_raises_none_but_is_not_clean_either() =>
        Assert.IsType<BreakerSignal.Unclean>(For(
            Calm with { Tier = Tier.Extreme, DispersionPercent = null, TierStale = true, Quality = Quality.SingleSource }));

    [Theory]
    [InlineData(5.0, true)]
    [InlineData(5.000000000001, false)]
    public void A_clean_round_has_at_most_five_percent(double percent, bool clean) =>
        Assert.Equal(clean, For(Calm with { DispersionPercent = (decimal)percent, Tier = Tier.Elevated }) is BreakerSignal.Clean);

    [Theory]
    [InlineData(Quality.Good, true)]
    [InlineData(Quality.Degraded, true)]
    [InlineData(Quality.SingleSource, false)]
    [InlineData(Quality.NoDecision, false)]
    public void A_clean_round_is_at_least_Degraded(Quality quality, bool clean) =>
        Assert.Equal(clean, For(Calm with { Quality = quality }) is BreakerSignal.Clean);

    [Fact]
    public void Out_of_session_no_round_is_clean() =>
        Assert.IsType<BreakerSignal.Unclean>(BreakerSignals.For(Calm, [], AfterClose, Rules));

    [Theory]
    [InlineData(2, true, 0)]
    [InlineData(3, true, 1)]
    [InlineData(4, true, 1)]
    [InlineData(3, false, 0)]
    public void Three_rounds_without_a_decision_raise_an_alarm_in_session(int rounds, bool inSession, int alarms)
    {
        var memory = Memory with { RoundsWithoutDecision = rounds };
        var undecided = Calm with { Quality = Quality.NoDecision, DispersionPercent = null, TierStale = true };

        var raised = BreakerSignals.AlarmsOf(undecided, memory, InSession with { InSession = inSession }, Rules);

        Assert.Equal(alarms, raised.Length);
        Assert.All(raised, alarm => Assert.Equal(BreakerCause.NoDecision, alarm.Cause));
    }

    [Theory]
    [InlineData(8.999999999999, false)]
    [InlineData(9.0, true)]
    public void SYSTEM_alarms_at_a_raw_score_of_nine(double score, bool alarms)
    {
        var system = CalmSystem with { RawScore = (decimal)score };

        var raised = BreakerSignals.AlarmsOf(system, [Memory], InSession, Rules);

        Assert.Equal(alarms ? [BreakerCause.SystemScore] : [], raised.Select(alarm => alarm.Cause));
    }

    [Fact]
    public void SYSTEM_alarms_when_no_asset_decides_and_not_when_one_does()
    {
        var lost = Memory with { RoundsWithoutDecision = 3 };

        Assert.Equal(BreakerCause.NoDecision, Assert.Single(BreakerSignals.AlarmsOf(CalmSystem, [lost, lost], InSession, Rules)).Cause);
        Assert.Empty(BreakerSignals.AlarmsOf(CalmSystem, [lost, Memory], InSession, Rules));
        Assert.Empty(BreakerSignals.AlarmsOf(CalmSystem, [lost, lost], AfterClose, Rules));
    }

    [Fact]
    public void SYSTEM_is_clean_when_every_asset_decides_in_session_below_nine()
    {
        Assert.IsType<BreakerSignal.Clean>(BreakerSignals.For(CalmSystem with { RawScore = 8.9m }, [], InSession, Rules));
        Assert.IsType<BreakerSignal.Unclean>(BreakerSignals.For(CalmSystem with { EveryAssetDecided = false }, [], InSession, Rules));
        Assert.IsType<BreakerSignal.Unclean>(BreakerSignals.For(CalmSystem, [], AfterClose, Rules));
    }

    [Fact]
    public void The_most_severe_cause_is_the_signal()
    {
        ImmutableArray<BreakerSignal.Alarm> both = BreakerSignals.AlarmsOf(
            CalmSystem with { RawScore = 12m }, [Memory with { RoundsWithoutDecision = 3 }], InSession, Rules);

        Assert.Equal([BreakerCause.SystemScore, BreakerCause.NoDecision], both.Select(alarm => alarm.Cause));
        Assert.Equal(both[0], BreakerSignals.For(CalmSystem, both, InSession, Rules));
    }

    private static BreakerSignal For(AssetAssessment asset) =>
        BreakerSignals.For(asset, BreakerSignals.AlarmsOf(asset, Memory, InSession, Rules), InSession, Rules);
}
