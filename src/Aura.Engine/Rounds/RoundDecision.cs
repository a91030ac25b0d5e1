using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.MasterLogic;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Rounds;

/// <summary>
/// The heart: from evidence to report, synchronous, total, without ports, clock, logger or chance. The host calls it
/// once for every round; an auditor calls it again and must get the same bytes.
/// </summary>
public static class RoundDecision
{
    /// <summary>Decides a round.</summary>
    /// <param name="state">The state after the decision before.</param>
    /// <param name="rules">The rule set in force.</param>
    /// <param name="inputs">Everything that came from outside.</param>
    public static RoundOutcome Decide(EngineState state, RuleSet rules, RoundInputs inputs)
    {
        var evidence = inputs.Evidence;
        var configuration = rules.ToDigest();
        var (counted, dropped) = ObservationCheck.Sift(
            rules.Nodes, configuration, evidence.Round, evidence.Slot, evidence.Observations);
        var votes = new RoundVotes(counted, inputs.Bodies, evidence.Moment, evidence.CompletedAt);

        var assets = Assess(state, rules, evidence.Round, votes);
        var system = SystemAssessment.Of([.. assets.Select(asset => asset.Assessment)], rules.Risk);
        int equivocating = Equivocation.Find(
            rules.Nodes, configuration, evidence.Round, evidence.Slot, evidence.Observations).Length;
        var breakers = RoundBreakers.Step(
            state, rules, evidence.Round, assets, RoundBreakers.Figures(assets, system, equivocating, rules),
            evidence.CompletedAt);

        var next = state.With(
            breakers.Select(breaker => breaker.Record), assets.Select(asset => asset.Memory), evidence.Round) with
        {
            Refusals = RefusalWindow.Prune(state.Refusals, evidence.CompletedAt),
            Causes = RoundBreakers.Serve(state, rules, evidence.Round, breakers),
        };
        var alerted = AlertedState.After(
            next,
            [
                .. breakers.Select(breaker => AlertConditions.Of(breaker.Record)),
                .. assets.SelectMany(asset => AlertConditions.Of(asset.Figures(rules.Risk))),
                AlertConditions.Completed,
            ],
            evidence.Round, evidence.CompletedAt, rules.Alerts);
        next = alerted.State;
        return new RoundOutcome(next, new RoundReport(
            evidence.Round, evidence.Slot, evidence.CompletedAt, evidence.Moment.Time, rules.Market.Mode,
            rules.Market.Scenario, configuration, NetworkReport.Of(rules.Quorum, counted.Length, dropped), system,
            [.. assets.Select(asset => Report(asset, rules, next))],
            [.. breakers.Select(breaker => Report(breaker, rules, next))],
            [.. breakers.Select(breaker => breaker.Transition).OfType<Transition>()])
        {
            Alerts = next.Alerts,
            AlertChanges = alerted.Changes.IsEmpty ? null : alerted.Changes,
        });
    }

    private static ImmutableArray<AssessedAsset> Assess(
        EngineState state, RuleSet rules, RoundNumber round, RoundVotes votes) =>
        [
            .. rules.Market.Assets.Select(asset => AssessedAsset.Of(
                asset, state.MemoryOf(asset.Symbol),
                AssetConsensus.Decide(asset, rules.Market, rules.Consensus, rules.Quorum, votes), rules,
                new AssessedAsset.DecidedAt(round, votes.Moment))),
        ];

    private static BreakerReport Report(SteppedBreaker breaker, RuleSet rules, EngineState next)
    {
        var served = (next.Causes ?? []).Where(cause => cause.Scope == breaker.Record.Scope).ToImmutableArray();
        return BreakerReport.Of(breaker.Record, rules.Breaker, breaker.Active(CauseMode.On)) with
        {
            ShadowCauses = breaker.Active(CauseMode.Shadow) is { IsEmpty: false } shadows ? shadows : null,
            Served = served.IsEmpty ? null : served,
        };
    }

    private static AssetReport Report(AssessedAsset asset, RuleSet rules, EngineState next)
    {
        var (rule, agreement, assessment, session, change, memory) = asset;
        var sourceRules = rules.Market.Sources.ToDictionary(source => source.Id);
        return new AssetReport(
            rule.Symbol, rule.Unit, agreement.Aggregate?.Median,
            memory is { LastPrice: { } price, LastPriceAt: { } at } ? new LastPrice(price, memory.LastPriceRound, at) : null,
            agreement.Aggregate?.WeightedMean, agreement.Aggregate?.StandardDeviation, assessment.DispersionPercent,
            assessment.Tier, assessment.TierStale, assessment.Score, assessment.Quality, assessment.QualityReason, session,
            PublicationGate.WithheldBecause(
                assessment, session, next.BreakerOf(Scope.System), next.BreakerOf(Scope.Of(rule.Symbol))),
            [
                .. agreement.Sources.Select(outcome => SourceReport.Of(
                    outcome, sourceRules[outcome.Source], rules.Consensus.Of(outcome.Source), rule.Unit) with
                {
                    Remark = rules.Risk.Remarks is { } remarks ? SourceDistance.RemarkOn(outcome, agreement, remarks) : null,
                }),
            ])
        {
            ChangePercent = change?.Percent,
            Remark = change?.Remark,
            // Written only under rules that follow volatility: earlier reports did not say.
            IsOpening = rules.Risk.Volatility is not null && change is { IsOpening: true } ? true : null,
            VolatilityPercent = asset.VolatilityPercent(rules.Risk),
        };
    }
}
