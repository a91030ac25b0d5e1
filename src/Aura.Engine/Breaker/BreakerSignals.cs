using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Breaker;

/// <summary>The one signal that a breaker receives from a round: its most severe active cause, or whether it was clean.</summary>
public static class BreakerSignals
{
    /// <summary>For an asset's breaker.</summary>
    public static BreakerSignal For(
        AssetFigures asset, ImmutableArray<CauseFinding> findings, RoundNumber round, BreakerRules rules)
    {
        bool clean = asset.InSession
            && asset.Assessment.Quality <= Quality.Degraded
            && asset.Assessment.DispersionPercent <= rules.CleanUpToPercent;
        return Signal(findings, clean, round);
    }

    /// <summary>For the SYSTEM breaker.</summary>
    public static BreakerSignal For(
        SystemFigures system, ImmutableArray<CauseFinding> findings, RoundNumber round, BreakerRules rules)
    {
        bool clean = system.InSession && system.Assessment.EveryAssetDecided
            && system.Assessment.RawScore < rules.SystemOpensAtScore;
        return Signal(findings, clean, round);
    }

    private static BreakerSignal Signal(ImmutableArray<CauseFinding> findings, bool clean, RoundNumber round)
    {
        var decisive = findings.Where(finding => finding.Mode is CauseMode.On).ToImmutableArray();
        if (decisive.FirstOrDefault(finding => finding.IsActive) is { } active)
            return new BreakerSignal.Alarm(active.Cause, round, active.Detail);
        return clean && decisive.All(finding => finding.IsOver)
            ? new BreakerSignal.Clean(round)
            : new BreakerSignal.Unclean();
    }
}
