using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Controls;
using Aura.Engine.Breaker;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Tests.Components;

public sealed class VerdictTests
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    [Fact]
    public void A_round_is_late_after_two_periods_and_the_second_that_a_scheduler_may_take()
    {
        var latest = Sample.Round(1);

        Assert.Equal(Tone.Good, Verdict.OfPulse(latest, Period, latest.CompletedAt.AddSeconds(11)).Tone);
        Assert.Equal("Rounds are late", Verdict.OfPulse(latest, Period, latest.CompletedAt.AddSeconds(11.1)).Sentence);
    }

    [Fact]
    public void A_replay_that_falls_silent_may_have_ended()
    {
        var latest = Sample.Round(1) with { Mode = MarketMode.Replay };

        Assert.Contains(
            "may have ended", Verdict.OfPulse(latest, Period, latest.CompletedAt.AddMinutes(1)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void SYSTEM_halts_everything_whatever_the_assets_are()
    {
        var verdict = Verdict.OfPublishing(
            [Sample.Breaker("SYSTEM", BreakerState.Isolated, 2), Sample.Breaker("GOLD", BreakerState.Open, 2), Sample.Breaker("MSFT")],
            [Sample.CalmGold, Sample.CalmMsft]);

        Assert.Equal("Everything is halted", verdict.Sentence);
        Assert.Equal("SYSTEM is Isolated: Tripped by a person. GOLD is Open: Extreme dispersion.", verdict.Reason);
    }

    [Fact]
    public void Probing_alone_is_a_warning_and_still_halts()
    {
        var verdict = Verdict.OfPublishing(
            [Sample.Breaker("SYSTEM"), Sample.Breaker("GOLD", BreakerState.HalfOpen, 3), Sample.Breaker("MSFT", BreakerState.HalfOpen, 3)],
            [Sample.CalmGold, Sample.CalmMsft]);

        Assert.Equal(("GOLD and MSFT are halted", Tone.Warning), (verdict.Sentence, verdict.Tone));
    }

    [Fact]
    public void A_price_that_is_withheld_without_a_breaker_is_mentioned()
    {
        var verdict = Verdict.OfPublishing(
            [Sample.Breaker("SYSTEM"), Sample.Breaker("GOLD"), Sample.Breaker("MSFT")], [Sample.UndecidedGold, Sample.CalmMsft]);

        Assert.Equal("Every breaker is Closed. GOLD is withheld: There is no decision.", verdict.Reason);
    }

    [Fact]
    public void Of_two_equal_tiers_the_unknown_one_is_worse_than_the_wider_one()
    {
        var wide = Sample.CalmMsft with { Tier = Tier.Elevated, DispersionPercent = 4.9m };

        Assert.Equal(Sample.Gold, Verdict.WorstOf([wide, Sample.UndecidedGold]).Asset);
        Assert.Equal(Sample.Msft, Verdict.WorstOf([wide, Sample.CalmGold]).Asset);
    }

    [Theory]
    [InlineData(Tier.Elevated, 3, "Its sources are dispersed by 3.0000 %, above 2 %.")]
    [InlineData(Tier.High, 7, "Its sources are dispersed by 7.0000 %, above 5 %.")]
    [InlineData(Tier.Extreme, 12, "Its sources are dispersed by 12.0000 %, above 10 %.")]
    public void The_reason_of_a_tier_names_the_limit_that_was_passed(Tier tier, int percent, string reason)
    {
        var asset = Sample.CalmGold with { Tier = tier, DispersionPercent = percent };

        Assert.Equal(reason, Verdict.OfRisk(asset, 2, RiskRules.Default).Reason);
    }

    [Fact]
    public void Whoever_is_waited_for_is_named()
    {
        var now = Sample.Start.AddSeconds(30);

        Assert.Equal(("Nobody", "No breaker waits for a person."), Duty(Sample.Breaker("GOLD")));
        Assert.Equal(
            ("An operator", "Look at GOLD and MSFT, and reset what is sound."),
            Duty(Sample.Breaker("GOLD", BreakerState.Open, 2), Sample.Breaker("MSFT", BreakerState.Isolated, 2)));
        Assert.Equal(
            ("An operator", "Find out what halts GOLD: the cause still lasts."),
            Duty(Sample.Breaker("GOLD", BreakerState.Open, 2) with { ActiveCauses = [BreakerCause.ExtremeDispersion] }));
        Assert.Equal(
            ("Nobody yet", "GOLD closes by itself after 3 more clean rounds."), Duty(Sample.Breaker("GOLD", BreakerState.HalfOpen, 3)));

        (string, string) Duty(params BreakerReport[] breakers)
        {
            var duty = Verdict.OfDuty([.. breakers], now);
            return (duty.Sentence, duty.Reason);
        }
    }

    [Fact]
    public void A_tier_that_is_held_is_explained_by_what_holds_it()
    {
        var held = Sample.CalmGold with
        {
            Tier = Tier.Elevated,
            DispersionPercent = 0.002m,
            Quality = Quality.Degraded,
            QualityReason = "3 of 4 sources agreed, from 2 vendors. In quarantine for another unit: gold-a.",
        };

        var verdict = Verdict.OfRisk(held, 2, RiskRules.Default);

        Assert.Equal(("GOLD is Elevated", held.QualityReason), (verdict.Sentence, verdict.Reason));
    }
}
