using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Rounds;

/// <summary>From a round's assets to its breakers, and what each cause has done so far.</summary>
internal static class RoundBreakers
{
    /// <summary>SYSTEM first, then the assets.</summary>
    public static ImmutableArray<SteppedBreaker> Step(
        EngineState state, RuleSet rules, RoundNumber round, ImmutableArray<AssessedAsset> assets, SystemFigures system,
        DateTimeOffset now)
    {
        var systemFindings = SystemCauses.Find(system, rules.Breaker);
        var systemSignal = BreakerSignals.For(system, systemFindings, round, rules.Breaker);
        return
        [
            SteppedBreaker.After(state.BreakerOf(Scope.System), systemSignal, systemFindings, rules.Breaker, now),
            .. assets.Select(asset =>
            {
                var figures = asset.Figures(rules.Risk);
                var findings = AssetCauses.Find(figures, rules.Breaker);
                var signal = BreakerSignals.For(figures, findings, round, rules.Breaker);
                return SteppedBreaker.After(
                    state.BreakerOf(Scope.Of(asset.Rule.Symbol)), signal, findings, rules.Breaker, now);
            }),
        ];
    }

    public static SystemFigures Figures(
        ImmutableArray<AssessedAsset> assets, SystemAssessment assessment, int equivocating, RuleSet rules) =>
        new(
            assessment,
            [.. assets.Select(asset => asset.Assessment)],
            // An asset whose market is closed counts no missing decisions: silent, it must not keep the others' from being seen.
            [
                .. assets.Where(asset => asset.InSession || asset.Assessment.HasDecision)
                    .Select(asset => asset.Memory.RoundsWithoutDecision),
            ],
            assets.Any(asset => asset.InSession))
        {
            EquivocatingNodes = equivocating,
            Faulty = rules.Quorum.Faulty,
        };

    /// <summary>How the causes have served; null while none has, and under the first rules, which count nothing.</summary>
    public static ImmutableArray<CauseRecord>? Serve(
        EngineState state, RuleSet rules, RoundNumber round, ImmutableArray<SteppedBreaker> breakers)
    {
        if (rules.Breaker.Causes is null)
            return state.Causes;

        ImmutableArray<CauseRecord> before = state.Causes ?? [];
        ImmutableArray<CauseRecord> after =
        [
            .. breakers.SelectMany(breaker => CauseRecord.After(
                    before, breaker.Record.Scope, breaker.Findings, breaker.Transition, round, rules.Breaker))
                .Concat(before)
                .DistinctBy(record => (record.Scope, record.Cause))
                .OrderBy(record => !record.Scope.IsSystem)
                .ThenBy(record => record.Scope.Value, StringComparer.Ordinal)
                .ThenBy(record => record.Cause),
        ];
        return after.IsEmpty ? null : after;
    }
}
