using Aura.Engine.Breaker;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>Incidents through rounds and commands, and what is refused.</summary>
public sealed class AlertDecisionTests
{
    private static readonly RuleSet Rules = A.RuleSet().AsShipped().Build() with { Alerts = AlertRules.Default };
    private static readonly DateTimeOffset Now = Standard.Start.AddMinutes(1);

    [Fact]
    public void Under_rules_that_raise_none_a_trip_leaves_state_and_report_as_they_ever_were()
    {
        var inputs = Halting(A.RuleSet().AsShipped().Build());
        var without = RoundDecision.Decide(EngineState.Initial, A.RuleSet().AsShipped().Build(), inputs);

        Assert.Equal((null, null, null), (without.Next.Alerts, without.Report.Alerts, without.Report.AlertChanges));
        Assert.DoesNotContain("lert", System.Text.Encoding.UTF8.GetString(without.Report.ToBytes()), StringComparison.Ordinal);
        Assert.DoesNotContain("lert", System.Text.Encoding.UTF8.GetString(without.Next.ToBytes()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_round_that_halts_gold_raises_the_trip_and_what_it_covers()
    {
        var outcome = RoundDecision.Decide(EngineState.Initial, Rules, Halting(Rules));

        Assert.Equal(
            [(AlertKind.BreakerTripped, Standard.GoldScope), (AlertKind.HighDispersion, Standard.GoldScope)],
            outcome.Report.Alerts!.Open.Select(incident => (incident.Kind, incident.Scope)));
        Assert.Equal([IncidentStep.Triggered, IncidentStep.Triggered], outcome.Report.AlertChanges!.Value.Select(change => change.Step));
    }

    [Fact]
    public void A_persons_trip_raises_it_at_once_and_only_a_closed_breaker_ends_it()
    {
        var tripped = Decide(EngineState.Initial, A.Command().Trip(Standard.MsftScope).Build());
        Assert.Equal(IncidentStep.Triggered, Assert.Single(tripped.AlertChanges).Step);
        Assert.Null(tripped.Next.Alerts!.Open[0].Round);

        var reset = Decide(tripped.Next, A.Command().WithId(2).Reset(Standard.MsftScope).ExpectingVersion(2).Build(), Now.AddMinutes(1));
        Assert.Equal(BreakerState.HalfOpen, reset.Next.BreakerOf(Standard.MsftScope).State);
        Assert.Empty(reset.AlertChanges);

        var state = reset.Next;
        for (int i = 0; i < 3; i++)
            state = RoundDecision.Decide(state, Rules, A.Round().Under(Rules).After(state).Build()).Next;
        Assert.Equal(BreakerState.Closed, state.BreakerOf(Standard.MsftScope).State);
        Assert.Empty(state.Alerts!.Open);
    }

    [Fact]
    public void An_incident_is_acknowledged_by_its_number_for_a_quarter_of_an_hour()
    {
        var halted = RoundDecision.Decide(EngineState.Initial, Rules, Halting(Rules)).Next;

        var outcome = Decide(halted, Officer(CommandKind.Acknowledge) with { Incident = 1 });

        var answer = outcome.Next.Alerts!.Open[0].Acknowledged!;
        Assert.Equal(("compliance-1", Now, Now.AddMinutes(15)), (answer.ActorId, answer.At, answer.ExpiresAt));
        Assert.Equal(IncidentStep.Acknowledged, Assert.Single(outcome.AlertChanges).Step);
        Assert.Null(outcome.Next.Alerts.Open[1].Acknowledged);
    }

    public static TheoryData<string, OperatorCommand> Refusals => new()
    {
        { "unknown-incident", Officer(CommandKind.Acknowledge) with { Incident = 9 } },
        { "unknown-incident", Officer(CommandKind.Acknowledge) },
        { "unknown-incident", Officer(CommandKind.EndSilence) with { RequestId = CommandBuilder.IdOf(9) } },
        { "not-silenceable", Silence(AlertKind.BreakerTripped, TimeSpan.FromHours(1)) },
        { "not-silenceable", Silence(AlertKind.HighDispersion, TimeSpan.FromHours(8).Add(TimeSpan.FromMilliseconds(1))) },
        { "not-silenceable", Silence(AlertKind.HighDispersion, TimeSpan.Zero) },
        { "not-silenceable", Silence(AlertKind.Drill, TimeSpan.FromHours(1)) },
        { "unknown-incident", Officer(CommandKind.EndDrill) with { Incident = 1 } },
        { "unknown-incident", Officer(CommandKind.EndDrill) },
        { "forbidden", Officer(CommandKind.StartDrill) with { Actor = new CommandActor("auditor-1", [ActorRole.Auditor]) } },
        { "not-silenceable", Officer(CommandKind.Silence) with { Alert = AlertKind.HighDispersion } },
        { "nothing-to-judge", Officer(CommandKind.JudgeFalse) with { Cause = BreakerCause.ExtremeDispersion, ExpectedVersion = 2 } },
        { "nothing-to-judge", Officer(CommandKind.JudgeFalse) with { Cause = BreakerCause.PriceJump, ExpectedVersion = 1 } },
        { "forbidden", (Officer(CommandKind.Acknowledge) with { Incident = 1 }) with { Actor = new CommandActor("operator-1", [ActorRole.Operator]) } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_is_refused_says_why_and_changes_no_incident(string code, OperatorCommand command)
    {
        var halted = RoundDecision.Decide(EngineState.Initial, Rules, Halting(Rules)).Next;

        var outcome = Decide(halted, command);

        Assert.Equal(CommandStatus.Refused, outcome.Answer.Status);
        Assert.Equal(code, System.Text.Json.JsonSerializer.SerializeToElement(outcome.Answer.Refusal).GetString());
        Assert.Equal(halted.Alerts!.Version, outcome.Next.Alerts!.Version);
    }

    [Fact]
    public void The_longest_silence_is_accepted_and_ended_by_its_id()
    {
        var silenced = Decide(EngineState.Initial, Silence(AlertKind.HighDispersion, TimeSpan.FromHours(8)));
        Assert.Equal(Now.AddHours(8), Assert.Single(silenced.Next.Alerts!.Silences).Until);

        var ended = Decide(silenced.Next, Officer(CommandKind.EndSilence) with { CommandId = CommandBuilder.IdOf(3), RequestId = CommandBuilder.IdOf(1) });

        Assert.Empty(ended.Next.Alerts!.Silences);
        Assert.Equal(Now, ended.Answer.Silence!.Until);
    }

    [Fact]
    public void A_drill_calls_like_an_incident_and_halts_nothing_until_somebody_ends_it()
    {
        var started = Decide(EngineState.Initial, Officer(CommandKind.StartDrill));
        var drill = Assert.Single(started.Next.Alerts!.Open);
        Assert.Equal((AlertKind.Drill, Standard.GoldScope, Now), (drill.Kind, drill.Scope, started.Next.Alerts.LastDrillAt));
        Assert.Equal(BreakerState.Closed, started.Next.BreakerOf(Standard.GoldScope).State);

        var again = Decide(started.Next, Officer(CommandKind.StartDrill) with { CommandId = CommandBuilder.IdOf(2) });
        Assert.Equal(BreakerRefusal.RequestPending, again.Answer.Refusal);

        var round = RoundDecision.Decide(started.Next, Rules, A.Round().Under(Rules).Build());
        Assert.All(round.Report.Assets, asset => Assert.Null(asset.WithheldBecause));
        var taken = Decide(round.Next, Officer(CommandKind.Acknowledge) with { CommandId = CommandBuilder.IdOf(3), Incident = drill.Number });
        Assert.Equal(
            IncidentStatus.Escalated, started.Next.Alerts.StatusOf(drill, Now + AlertRules.Default.EscalateAfter, AlertRules.Default));

        var ended = Decide(taken.Next, Officer(CommandKind.EndDrill) with { CommandId = CommandBuilder.IdOf(4), Incident = drill.Number });
        Assert.Equal(IncidentStep.Resolved, Assert.Single(ended.AlertChanges).Step);
        Assert.Empty(ended.Next.Alerts!.Open);
        Assert.Equal(Now, ended.Next.Alerts.LastDrillAt);
    }

    [Fact]
    public void Without_rules_for_incidents_there_is_none_to_answer()
    {
        var outcome = CommandDecision.Decide(
            EngineState.Initial, A.RuleSet().AsShipped().Build(), Officer(CommandKind.Acknowledge) with { Incident = 1 }, Now);

        Assert.Equal(BreakerRefusal.UnknownIncident, outcome.Answer.Refusal);
    }

    private static CommandOutcome Decide(EngineState state, OperatorCommand command, DateTimeOffset? at = null) =>
        CommandDecision.Decide(state, Rules, command, at ?? Now);

    private static OperatorCommand Officer(CommandKind kind) =>
        A.Command().Trip(Standard.GoldScope).By("compliance-1", ActorRole.Compliance).Build() with { Kind = kind };

    private static OperatorCommand Silence(AlertKind kind, TimeSpan length) =>
        Officer(CommandKind.Silence) with { Alert = kind, Until = Now + length };

    private static RoundInputs Halting(RuleSet rules) =>
        A.Round().Under(rules).WithPrice(Standard.GoldRate, 3356.73m * 1.6m).Build();
}
