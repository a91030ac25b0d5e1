using System.Diagnostics;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Components.Appearance;

/// <summary>What a cause looks at and from where on, as people read it.</summary>
internal static class CauseWords
{
    public static string Of(CauseMode mode) => mode switch
    {
        CauseMode.On => T("Opens"),
        CauseMode.Shadow => T("Shadow: only counted"),
        CauseMode.Off => T("Off"),
        _ => throw new UnreachableException(),
    };

    public static Tone ToneOf(CauseMode mode) => mode switch
    {
        CauseMode.On => Tone.Good,
        CauseMode.Shadow => Tone.Notice,
        CauseMode.Off => Tone.Neutral,
        _ => throw new UnreachableException(),
    };

    /// <summary>When it is entered, and when it is left.</summary>
    public static string ThresholdOf(CauseRule cause, RuleSet rules) => cause switch
    {
        { Cause: BreakerCause.ExtremeDispersion } => T("dispersion above {0}", Figures.Limit(rules.Risk.ExtremeAbovePercent)),
        { Cause: BreakerCause.SystemScore } => T("system score of {0} or more", Figures.Score(rules.Breaker.SystemOpensAtScore)),
        { Cause: BreakerCause.EveryAssetHigh } => T("every asset's dispersion above {0}", Figures.Limit(rules.Risk.HighAbovePercent)),
        { Cause: BreakerCause.NoDecision } => T("{0} rounds in a row without a decision", rules.Breaker.NoDecisionRounds),
        { EnterAbove: { } enter, LeaveAt: { } leave } => T("above {0} {1}, over at {2}", enter, UnitOf(cause.Cause), leave),
        _ => string.Empty,
    };

    public static string UnitOf(BreakerCause cause) => cause switch
    {
        BreakerCause.PriceJump or BreakerCause.OpeningGap => T("% of the price before"),
        BreakerCause.Volatility => T("% a round"),
        BreakerCause.Stale => T("% of the sources"),
        BreakerCause.UnitSuspicion => T("sources"),
        BreakerCause.Equivocation => T("nodes beyond f"),
        _ => string.Empty,
    };
}
