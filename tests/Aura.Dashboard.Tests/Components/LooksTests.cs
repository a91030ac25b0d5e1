using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Breaker;
using Aura.Engine.MasterLogic;
using Aura.Engine.MasterLogic.Measures;

namespace Aura.Dashboard.Tests.Components;

/// <summary>WCAG 2.2, success criterion 1.4.1: colour is never the only thing that tells two of them apart.</summary>
public sealed class LooksTests
{
    [Fact]
    public void Every_tier_has_its_own_word_icon_and_tone()
    {
        var looks = Enum.GetValues<Tier>().Select(TierLook.Of).ToList();

        Assert.Equal(Enum.GetNames<Tier>(), looks.Select(look => look.Word), StringComparer.Ordinal);
        Assert.Distinct(looks.Select(look => look.Icon), StringComparer.Ordinal);
        Assert.Equal([Tone.Good, Tone.Warning, Tone.High, Tone.Danger], looks.Select(look => look.Tone));
    }

    [Fact]
    public void Every_breaker_state_has_its_own_word_icon_and_meaning()
    {
        var looks = Enum.GetValues<BreakerState>().Select(BreakerLook.Of).ToList();

        Assert.Equal(Enum.GetNames<BreakerState>(), looks.Select(look => look.Word), StringComparer.Ordinal);
        Assert.Distinct(looks.Select(look => look.Icon), StringComparer.Ordinal);
        Assert.Distinct(looks.Select(look => look.Meaning), StringComparer.Ordinal);
        Assert.Equal([Tone.Good, Tone.Danger, Tone.Warning, Tone.Danger], looks.Select(look => look.Tone));
    }

    [Fact]
    public void Every_quality_has_its_own_word_icon_and_tone()
    {
        var looks = Enum.GetValues<Quality>().Select(QualityLook.Of).ToList();

        Assert.Equal(Enum.GetNames<Quality>(), looks.Select(look => look.Word), StringComparer.Ordinal);
        Assert.Distinct(looks.Select(look => look.Icon), StringComparer.Ordinal);
        Assert.Distinct(looks.Select(look => look.Tone));
    }

    [Fact]
    public void Every_verdict_of_a_backtest_has_its_own_word_icon_and_tone()
    {
        var looks = Enum.GetValues<CoverageVerdict>().Select(CoverageLook.Of).ToList();

        Assert.Distinct(looks.Select(look => look.Word), StringComparer.Ordinal);
        Assert.Distinct(looks.Select(look => look.Icon), StringComparer.Ordinal);
        Assert.Equal([Tone.Neutral, Tone.Good, Tone.High, Tone.Notice], looks.Select(look => look.Tone));
    }

    [Fact]
    public void The_outcome_of_a_source_is_the_word_that_the_API_sends()
    {
        Assert.Equal("agreed", OutcomeLook.Of(Sample.CalmGold.Sources[0]).Word);
        Assert.Equal("timeout", OutcomeLook.Of(Sample.UndecidedGold.Sources[0]).Word);
    }

    [Fact]
    public void Every_cause_and_reason_code_has_words()
    {
        Assert.Distinct(Enum.GetValues<BreakerCause>().Select(BreakerWords.Of), StringComparer.Ordinal);
        Assert.Distinct(Enum.GetValues<ReasonCode>().Select(BreakerWords.Of), StringComparer.Ordinal);
    }
}
