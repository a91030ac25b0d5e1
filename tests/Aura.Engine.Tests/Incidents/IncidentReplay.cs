using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;

namespace Aura.Engine.Tests.Incidents;

/// <summary>
/// An incident through the engine as it is: vendor-shaped bodies, four nodes that hash and sign them, consensus, risk,
/// breakers and the gate.
/// </summary>
internal static class IncidentReplay
{
    /// <summary>The run with the guards as given.</summary>
    public static IncidentTimeline Run(IncidentScenario scenario, Func<BreakerCause, CauseMode> modeOf)
    {
        var rules = IncidentRules.Of(scenario, modeOf);
        var state = EngineState.Initial;
        var rows = ImmutableArray.CreateBuilder<IncidentRow>();
        var statedAt = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var (wrong, withheld) = (0, 0);
        foreach (var phase in scenario.Phases)
        {
            if (phase.Reset)
                state = Reset(state, rules, scenario);
            for (int i = 0; i < phase.Rounds; i++)
            {
                var outcome = RoundDecision.Decide(state, rules, Inputs(scenario, phase, state, rules, statedAt));
                state = outcome.Next;
                var asset = outcome.Report.Assets.Single(asset => asset.Asset == scenario.Asset);
                var row = Row(scenario, outcome.Report, asset);
                rows.Add(row);
                wrong += row.Published is { } published && !IsRight(scenario, phase, published) ? 1 : 0;
                withheld += row.Published is null && asset.Price is { } price && IsRight(scenario, phase, price) ? 1 : 0;
            }
        }

        long shadows = (state.Causes ?? []).Where(cause => cause.Scope == Scope.Of(scenario.Asset) && scenario.Guards.Contains(cause.Cause))
            .Sum(cause => cause.ShadowTrips);
        return new IncidentTimeline(wrong, withheld, (int)shadows, rows.ToImmutable());
    }

    private static bool IsRight(IncidentScenario scenario, IncidentPhase phase, decimal price) =>
        decimal.Abs(price - phase.Truth) * 100m <= scenario.WrongAbovePercent * phase.Truth;

    private static IncidentRow Row(IncidentScenario scenario, RoundReport report, AssetReport asset)
    {
        var own = report.Breakers.Single(breaker => breaker.Scope == Scope.Of(scenario.Asset));
        return new IncidentRow(
            (int)report.Round.Value, asset.Tier, own.ActiveCauses, own.ShadowCauses ?? [], own.State,
            report.Breakers.Single(breaker => breaker.Scope.IsSystem).State,
            asset.WithheldBecause is null ? asset.Price : null);
    }

    private static RoundInputs Inputs(
        IncidentScenario scenario, IncidentPhase phase, EngineState state, RuleSet rules, Dictionary<string, DateTimeOffset> statedAt)
    {
        var now = Standard.Start.AddMinutes(state.Round.Value * scenario.MinutesPerRound);
        var round = A.Round().Under(rules).After(state).AtMarketTime(now);
        foreach (var source in scenario.Sources)
        {
            var rule = IncidentRules.SourceOf(scenario, source);
            if (!phase.Frozen.Contains(source.Id) || !statedAt.ContainsKey(source.Id))
                statedAt[source.Id] = now;
            round = phase.Silent.Contains(source.Id)
                ? round.WithFailure(rule, RefusalCode.Timeout)
                : round.WithBody(rule, VendorBody.Of(rule, phase.Prices[source.Id], statedAt[source.Id]));
        }

        return round.Build();
    }

    // A person who waits for the end of the cool-down; where nothing is halted the reset is refused and changes nothing.
    private static EngineState Reset(EngineState state, RuleSet rules, IncidentScenario scenario)
    {
        var scope = Scope.Of(scenario.Asset);
        var breaker = state.BreakerOf(scope);
        var command = A.Command().WithId((int)state.Round.Value).Reset(scope).ExpectingVersion(breaker.Version)
            .Because(ReasonCode.Resolved, "The sources are right again.").Build();
        return CommandDecision.Decide(state, rules, command, (breaker.TrippedAt ?? Standard.Start) + rules.Breaker.CoolDown).Next;
    }
}
