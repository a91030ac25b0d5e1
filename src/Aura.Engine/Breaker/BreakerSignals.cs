using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Breaker;

/// <summary>What a round tells each breaker: its active causes, or whether it was clean.</summary>
public static class BreakerSignals
{
    /// <summary>The active causes of one asset, most severe first.</summary>
    public static ImmutableArray<BreakerSignal.Alarm> AlarmsOf(
        AssetAssessment asset, AssetMemory memory, DecidedRound round, BreakerRules rules)
    {
        var alarms = ImmutableArray.CreateBuilder<BreakerSignal.Alarm>();
        // A stale tier was judged in its own round; judging it again would be counting one event twice.
        if (asset is { Tier: Tier.Extreme, TierStale: false, DispersionPercent: { } dispersion })
            alarms.Add(new(BreakerCause.ExtremeDispersion, round.Number,
                $"{asset.Asset} is Extreme: its sources are dispersed by {DecimalText.Of(dispersion)} %."));
        if (round.InSession && memory.RoundsWithoutDecision >= rules.NoDecisionRounds)
            alarms.Add(new(BreakerCause.NoDecision, round.Number,
                $"{asset.Asset} had no decision for {memory.RoundsWithoutDecision} rounds."));
        return alarms.ToImmutable();
    }

    /// <summary>The active causes of SYSTEM, most severe first.</summary>
    public static ImmutableArray<BreakerSignal.Alarm> AlarmsOf(
        SystemAssessment system, ImmutableArray<AssetMemory> memories, DecidedRound round, BreakerRules rules)
    {
        var alarms = ImmutableArray.CreateBuilder<BreakerSignal.Alarm>();
        if (system.RawScore >= rules.SystemOpensAtScore)
            alarms.Add(new(BreakerCause.SystemScore, round.Number,
                $"The raw system score is {DecimalText.Of(system.RawScore)}; the limit is {DecimalText.Of(rules.SystemOpensAtScore)}."));
        if (round.InSession && memories.All(memory => memory.RoundsWithoutDecision >= rules.NoDecisionRounds))
            alarms.Add(new(BreakerCause.NoDecision, round.Number,
                $"No asset had a decision for {rules.NoDecisionRounds} rounds."));
        return alarms.ToImmutable();
    }

    /// <summary>The one signal that an asset's breaker receives from a round.</summary>
    public static BreakerSignal For(
        AssetAssessment asset, ImmutableArray<BreakerSignal.Alarm> alarms, DecidedRound round, BreakerRules rules)
    {
        bool clean = round.InSession
            && asset.Quality <= Quality.Degraded
            && asset.DispersionPercent <= rules.CleanUpToPercent;
        return Signal(alarms, clean, round);
    }

    /// <summary>The one signal that the SYSTEM breaker receives from a round.</summary>
    public static BreakerSignal For(
        SystemAssessment system, ImmutableArray<BreakerSignal.Alarm> alarms, DecidedRound round, BreakerRules rules)
    {
        bool clean = round.InSession && system.EveryAssetDecided && system.RawScore < rules.SystemOpensAtScore;
        return Signal(alarms, clean, round);
    }

    private static BreakerSignal Signal(ImmutableArray<BreakerSignal.Alarm> alarms, bool clean, DecidedRound round)
    {
        if (!alarms.IsEmpty)
            return alarms[0];
        return clean ? new BreakerSignal.Clean(round.Number) : new BreakerSignal.Unclean();
    }
}
