using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>Answers to incidents and causes as commands: who may give them, what they change, and what they never change.</summary>
public sealed class AlertCommandTests
{
    private static readonly RuleSet Rules = A.RuleSet().AsShipped().Build() with { Alerts = AlertRules.Default };
    private static readonly DateTimeOffset Now = Standard.Start.AddMinutes(1);

    public static TheoryData<CommandKind, ActorRole> Forbidden =>
        new MatrixTheoryData<CommandKind, ActorRole>(
            [CommandKind.Acknowledge, CommandKind.Silence, CommandKind.EndSilence, CommandKind.JudgeFalse],
            [ActorRole.Operator, ActorRole.Auditor, ActorRole.Administrator]);

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Only_compliance_answers(CommandKind kind, ActorRole role)
    {
        var outcome = Decide(Halted(), Valid(kind) with { Actor = new CommandActor("somebody-1", [role]) });

        Assert.Equal(BreakerRefusal.Forbidden, outcome.Answer.Refusal);
        Assert.StartsWith("Only the role Compliance may ", outcome.Answer.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CommandKind.Acknowledge)]
    [InlineData(CommandKind.Silence)]
    [InlineData(CommandKind.EndSilence)]
    [InlineData(CommandKind.JudgeFalse)]
    public void An_answer_changes_no_breaker_and_a_refused_one_only_the_count_of_refusals(CommandKind kind)
    {
        var before = Halted();

        var done = Decide(before, Valid(kind));
        Assert.Equal(CommandStatus.Executed, done.Answer.Status);
        Assert.Equal(before.Breakers, done.Next.Breakers);
        Assert.Equal((null, before.Assets), (done.Answer.Transition, done.Next.Assets));
        Assert.NotEqual(before.ToBytes(), done.Next.ToBytes());
        Assert.Equal(done.Answer.ToBytes(), CommandAnswer.Parse(done.Answer.ToBytes()).ToBytes());

        var refused = Decide(before, Valid(kind) with { Scope = Scope.Parse("SILVER") });
        Assert.Equal(BreakerRefusal.UnknownScope, refused.Answer.Refusal);
        Assert.Equal(before.ToBytes(), (refused.Next with { Refusals = before.Refusals }).ToBytes());
    }

    [Fact]
    public void An_incident_is_named_by_its_number_whatever_breaker_the_answer_names()
    {
        var outcome = Decide(Halted(), Valid(CommandKind.Acknowledge) with { Scope = Standard.MsftScope, Incident = 2 });

        Assert.Equal((2, Standard.GoldScope), (outcome.Answer.Incident!.Number, outcome.Answer.Incident.Scope));
        Assert.Equal([null, "compliance-1"], outcome.Next.Alerts!.Open.Select(incident => incident.Acknowledged?.ActorId));
    }

    [Fact]
    public void An_incident_that_is_over_is_not_taken_on_any_more()
    {
        var state = Halted();
        for (int i = 0; i < 3; i++)
            state = RoundDecision.Decide(state, Rules, A.Round().Under(Rules).After(state).Build()).Next;
        Assert.Equal([1L], state.Alerts!.Open.Where(incident => incident.Kind is AlertKind.BreakerTripped).Select(incident => incident.Number));

        var outcome = Decide(state, Valid(CommandKind.Acknowledge) with { Incident = 2 });

        Assert.Equal((BreakerRefusal.UnknownIncident, "There is no incident 2 that lasts."), (outcome.Answer.Refusal, outcome.Answer.Reason));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-3_600_000)]
    [InlineData(0)]
    [InlineData(28_800_001)]
    public void A_silence_ends_after_now_and_within_eight_hours(long milliseconds)
    {
        var outcome = Decide(Halted(), Valid(CommandKind.Silence) with { Until = Now.AddMilliseconds(milliseconds) });

        Assert.Equal(BreakerRefusal.NotSilenceable, outcome.Answer.Refusal);
        Assert.Equal(
            $"A silence ends between now and 2025-06-06T03:01:00.000Z, not at {InstantText.Of(Now.AddMilliseconds(milliseconds))}.",
            outcome.Answer.Reason);
    }

    [Fact]
    public void A_breaker_that_tripped_is_not_silenced_even_before_it_trips()
    {
        var outcome = Decide(EngineState.Initial, Valid(CommandKind.Silence) with { Alert = AlertKind.BreakerTripped });

        Assert.Equal((BreakerRefusal.NotSilenceable, "A breaker that tripped is never silenced."), (outcome.Answer.Refusal, outcome.Answer.Reason));
        Assert.Null(outcome.Next.Alerts);
    }

    [Fact]
    public void A_silence_is_ended_once_and_only_while_it_lasts()
    {
        var state = Decide(Halted(), Valid(CommandKind.Silence)).Next;
        var end = Valid(CommandKind.EndSilence) with { RequestId = CommandBuilder.IdOf(5) };

        var last = Decide(state, end, Now.AddHours(1).AddMilliseconds(-1));
        var late = Decide(state, end, Now.AddHours(1));
        var twice = Decide(last.Next, end with { CommandId = CommandBuilder.IdOf(7) });

        Assert.Equal(CommandStatus.Executed, last.Answer.Status);
        Assert.All((CommandOutcome[])[late, twice], outcome => Assert.Equal(
            (BreakerRefusal.UnknownIncident, $"There is no silence {CommandBuilder.IdOf(5)} that lasts."),
            (outcome.Answer.Refusal, outcome.Answer.Reason)));
    }

    [Fact]
    public void A_trip_is_judged_once_and_the_next_one_anew()
    {
        var state = Halted();
        var judged = Decide(state, Valid(CommandKind.JudgeFalse));
        Assert.Equal((1L, 1L, true), judged.Answer.Served is { } served ? (served.Trips, served.FalsePositives, served.IsLastJudged) : default);

        var twice = Decide(judged.Next, Valid(CommandKind.JudgeFalse) with { CommandId = CommandBuilder.IdOf(8) });
        Assert.Equal((BreakerRefusal.NothingToJudge, "The trip of round 1 is judged already."), (twice.Answer.Refusal, twice.Answer.Reason));
        var elsewhere = Decide(state, Valid(CommandKind.JudgeFalse) with { Scope = Standard.MsftScope });
        Assert.Equal("The last trip of ExtremeDispersion at MSFT is not of round 1.", elsewhere.Answer.Reason);

        state = Decide(judged.Next, A.Command().WithId(9).Reset(Standard.GoldScope).ExpectingVersion(2).Build()).Next;
        state = Halting(state, Rules);
        var stale = Decide(state, Valid(CommandKind.JudgeFalse) with { CommandId = CommandBuilder.IdOf(10) });
        var next = Decide(state, Valid(CommandKind.JudgeFalse) with { CommandId = CommandBuilder.IdOf(11), ExpectedVersion = 2 });
        Assert.Equal(BreakerRefusal.NothingToJudge, stale.Answer.Refusal);
        Assert.Equal((2L, 2L), next.Answer.Served is { } again ? (again.Trips, again.FalsePositives) : default);
    }

    [Fact]
    public void A_cause_is_judged_under_rules_without_incidents_too()
    {
        var rules = Rules with { Alerts = null };
        var outcome = CommandDecision.Decide(Halting(EngineState.Initial, rules), rules, Valid(CommandKind.JudgeFalse), Now);

        Assert.Equal((CommandStatus.Executed, null), (outcome.Answer.Status, outcome.Next.Alerts));
    }

    private static EngineState Halted() =>
        Decide(Halting(EngineState.Initial, Rules), Valid(CommandKind.Silence) with { CommandId = CommandBuilder.IdOf(6) }).Next;

    private static EngineState Halting(EngineState state, RuleSet rules) => RoundDecision.Decide(
        state, rules, A.Round().Under(rules).After(state).WithPrice(Standard.GoldRate, 3356.73m * 1.6m).Build()).Next;

    private static CommandOutcome Decide(EngineState state, OperatorCommand command, DateTimeOffset? at = null) =>
        CommandDecision.Decide(state, Rules, command, at ?? Now);

    // Accepted once gold is halted and a first silence has been made.
    private static OperatorCommand Valid(CommandKind kind)
    {
        var command = A.Command().WithId(5).Trip(Standard.GoldScope).By("compliance-1", ActorRole.Compliance).Build() with { Kind = kind };
        return kind switch
        {
            CommandKind.Acknowledge => command with { Incident = 1 },
            CommandKind.Silence => command with { Alert = AlertKind.NoDecision, Until = Now.AddHours(1) },
            CommandKind.EndSilence => command with { RequestId = CommandBuilder.IdOf(6) },
            _ => command with { Cause = BreakerCause.ExtremeDispersion, ExpectedVersion = 1 },
        };
    }
}
