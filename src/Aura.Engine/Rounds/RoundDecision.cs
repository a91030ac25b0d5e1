using System.Collections.Immutable;
using System.Diagnostics;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Nodes;
using Aura.Engine.Publishing;

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
        var round = new DecidedRound(
            evidence.Round, rules.Market.Assets.Any(asset => rules.Market.SessionOf(asset.Unit, evidence.Moment) is MarketSession.Open));
        var configuration = rules.ToDigest();
        var (counted, dropped) = ObservationCheck.Sift(
            rules.Nodes, configuration, evidence.Round, evidence.Slot, evidence.Observations);
        var votes = new RoundVotes(counted, inputs.Bodies, evidence.Moment, evidence.CompletedAt);

        var assets = Assess(state, rules, evidence.Round, votes);
        var system = SystemAssessment.Of([.. assets.Select(asset => asset.Assessment)], rules.Risk);
        var breakers = Step(state, rules, round, assets, system, evidence.CompletedAt);

        var next = state.With(
            breakers.Select(breaker => breaker.Record), assets.Select(asset => asset.Memory), evidence.Round) with
        {
            Refusals = RefusalWindow.Prune(state.Refusals, evidence.CompletedAt),
        };
        return new RoundOutcome(next, new RoundReport(
            evidence.Round, evidence.Slot, evidence.CompletedAt, evidence.Moment.Time, rules.Market.Mode,
            rules.Market.Scenario, configuration, NetworkReport.Of(rules.Quorum, counted.Length, dropped), system,
            [.. assets.Select(asset => Report(asset, rules, next))],
            [.. breakers.Select(breaker => BreakerReport.Of(breaker.Record, rules.Breaker, breaker.ActiveCauses))],
            [.. breakers.Select(breaker => breaker.Transition).OfType<Transition>()]));
    }

    private static ImmutableArray<AssessedAsset> Assess(
        EngineState state, RuleSet rules, RoundNumber round, RoundVotes votes) =>
        [
            .. rules.Market.Assets.Select(asset =>
            {
                var before = state.MemoryOf(asset.Symbol);
                var agreement = AssetConsensus.Decide(asset, rules.Market, rules.Consensus, rules.Quorum, votes);
                var assessment = AssetRisk.Assess(agreement, before, rules.Risk);
                var session = rules.Market.SessionOf(asset.Unit, votes.Moment);
                var decided = new DecidedRound(round, session is MarketSession.Open);
                var change = rules.Risk.Remarks is { } remarks
                    ? PriceChange.Of(agreement, before, asset, rules.Market, votes.Moment, remarks)
                    : null;
                var memory = AssetRisk.Remember(before, assessment, agreement, decided);
                return new AssessedAsset(
                    asset, agreement, assessment, session, change,
                    rules.Risk.Remarks is not null && agreement.Aggregate is not null
                        ? memory with { LastPriceMarketTime = votes.Moment.Time }
                        : memory);
            }),
        ];

    private static ImmutableArray<SteppedBreaker> Step(
        EngineState state, RuleSet rules, DecidedRound round, ImmutableArray<AssessedAsset> assets,
        SystemAssessment system, DateTimeOffset now)
    {
        // An asset whose market is closed counts no missing decisions: silent, it must not keep the others' from being seen.
        var systemAlarms = BreakerSignals.AlarmsOf(
            system,
            [
                .. assets.Where(asset => asset.Session is MarketSession.Open || asset.Assessment.HasDecision)
                    .Select(asset => asset.Memory),
            ],
            round, rules.Breaker);
        var systemSignal = BreakerSignals.For(system, systemAlarms, round, rules.Breaker);
        var stepped = assets.Select(asset =>
        {
            var decided = round with { InSession = asset.Session is MarketSession.Open };
            var alarms = BreakerSignals.AlarmsOf(asset.Assessment, asset.Memory, decided, rules.Breaker);
            var signal = BreakerSignals.For(asset.Assessment, alarms, decided, rules.Breaker);
            return SteppedBreaker.After(state.BreakerOf(Scope.Of(asset.Rule.Symbol)), signal, alarms, rules.Breaker, now);
        });
        return
        [
            SteppedBreaker.After(state.BreakerOf(Scope.System), systemSignal, systemAlarms, rules.Breaker, now),
            .. stepped,
        ];
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
        };
    }

    private sealed record AssessedAsset(
        AssetRule Rule, AssetAgreement Agreement, AssetAssessment Assessment, MarketSession Session, PriceChange? Change,
        AssetMemory Memory);

    private sealed record SteppedBreaker(
        BreakerRecord Record, Transition? Transition, ImmutableArray<BreakerCause> ActiveCauses)
    {
        public static SteppedBreaker After(
            BreakerRecord before, BreakerSignal signal, ImmutableArray<BreakerSignal.Alarm> alarms,
            BreakerRules rules, DateTimeOffset now)
        {
            ImmutableArray<BreakerCause> causes = [.. alarms.Select(alarm => alarm.Cause)];
            return BreakerMachine.Apply(before, signal, rules, now) switch
            {
                BreakerStep.Moved moved => new(moved.Next, moved.Transition, causes),
                BreakerStep.Stayed stayed => new(stayed.Next, null, causes),
                // Rounds only send alarms and clean or unclean signals, none of which a breaker can refuse.
                _ => throw new UnreachableException(),
            };
        }
    }
}
