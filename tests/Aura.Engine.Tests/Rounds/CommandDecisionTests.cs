using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

public sealed class CommandDecisionTests
{
    private static readonly RuleSet Rules = A.RuleSet().Build();
    private static readonly DateTimeOffset Later = Standard.Start.AddMinutes(1);

    [Theory]
    [InlineData(ActorRole.Operator, CommandStatus.Executed)]
    [InlineData(ActorRole.Compliance, CommandStatus.Refused)]
    [InlineData(ActorRole.Auditor, CommandStatus.Refused)]
    [InlineData(ActorRole.Administrator, CommandStatus.Refused)]
    public void Only_an_operator_trips_and_resets(ActorRole role, CommandStatus expected)
    {
        var open = A.State().WithBreaker(Standard.GoldScope, BreakerState.Open).Build();

        foreach (var command in (CommandBuilder[])[A.Command().Trip(Standard.GoldScope), A.Command().Reset(Standard.GoldScope).ExpectingVersion(2)])
        {
            var outcome = Decide(command.By("someone", role), open);
            Assert.Equal(expected, outcome.Answer.Status);
            if (expected is CommandStatus.Refused)
            {
                Assert.Equal(BreakerRefusal.Forbidden, outcome.Answer.Refusal);
                Assert.Equal(open.Breakers, outcome.Next.Breakers);
            }
        }
    }

    [Fact]
    public void Roles_add_up() =>
        Assert.Equal(
            CommandStatus.Executed,
            Decide(A.Command().By("both", ActorRole.Compliance, ActorRole.Operator)).Answer.Status);

    [Fact]
    public void Nobody_without_a_role_does_anything() =>
        Assert.Equal(BreakerRefusal.Forbidden, Decide(A.Command().By("nobody")).Answer.Refusal);

    [Fact]
    public void A_trip_isolates_and_says_who_and_why()
    {
        var outcome = Decide(A.Command().WithId(9).Trip(Standard.GoldScope).By("operator-9", ActorRole.Operator)
            .Because(ReasonCode.DataError, "GLD looks wrong today."));

        Assert.Equal(BreakerState.Isolated, outcome.Next.BreakerOf(Standard.GoldScope).State);
        var transition = outcome.Answer.Transition;
        Assert.NotNull(transition);
        Assert.Equal((true, 2L, Later, BreakerCause.ManualTrip), (transition.IsManual, transition.Version, transition.At, transition.Cause));
        Assert.Equal(
            new TransitionCommand(CommandBuilder.IdOf(9), "operator-9", ReasonCode.DataError, "GLD looks wrong today."),
            transition.Command);
    }

    [Fact]
    public void A_trip_of_SYSTEM_leaves_the_assets_as_they_are()
    {
        var outcome = Decide(A.Command().Trip(Scope.System));

        Assert.Equal(BreakerState.Isolated, outcome.Next.BreakerOf(Scope.System).State);
        Assert.Equal(BreakerState.Closed, outcome.Next.BreakerOf(Standard.GoldScope).State);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    public void A_trip_never_fails_on_its_version(long version) =>
        Assert.Equal(
            CommandStatus.Executed,
            Decide(
                A.Command().Trip(Standard.GoldScope).ExpectingVersion(version),
                A.State().WithBreaker(Standard.GoldScope, BreakerState.HalfOpen, 5).Build()).Answer.Status);

    [Fact]
    public void A_trip_of_an_isolated_breaker_answers_with_the_transition_that_stands()
    {
        var first = Decide(A.Command().WithId(1));
        var second = Decide(A.Command().WithId(2).By("operator-2", ActorRole.Operator), first.Next);

        Assert.Equal((CommandStatus.NoOp, CommandBuilder.IdOf(2)), (second.Answer.Status, second.Answer.CommandId));
        Assert.Equal(first.Answer.Transition, second.Answer.Transition);
        Assert.Equal(first.Next.ToBytes(), second.Next.ToBytes());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_reset_with_another_version_is_stale(long version)
    {
        var outcome = Decide(
            A.Command().Reset(Standard.GoldScope).ExpectingVersion(version),
            A.State().WithBreaker(Standard.GoldScope, BreakerState.Open, 2).Build());

        Assert.Equal(BreakerRefusal.StaleVersion, outcome.Answer.Refusal);
        Assert.Equal($"The breaker is at version 2, not {version}: it changed since you looked.", outcome.Answer.Reason);
    }

    [Fact]
    public void A_reset_before_the_cool_down_is_refused_with_the_time_of_the_next_try()
    {
        var open = A.State().WithBreaker(Standard.GoldScope, BreakerState.Open, 2).Build();
        var end = Standard.Start + Rules.Breaker.CoolDown;

        var early = CommandDecision.Decide(open, Rules, A.Command().Reset(Standard.GoldScope).ExpectingVersion(2).Build(), end.AddMilliseconds(-1_500));
        var onTime = CommandDecision.Decide(open, Rules, A.Command().Reset(Standard.GoldScope).ExpectingVersion(2).Build(), end);

        Assert.Equal((BreakerRefusal.CoolingDown, end), (early.Answer.Refusal, early.Answer.RetryAt));
        Assert.Equal("The cool-down lasts until 2025-06-05T19:00:10.000Z, 2 s more.", early.Answer.Reason);
        Assert.Equal(BreakerState.HalfOpen, onTime.Next.BreakerOf(Standard.GoldScope).State);
    }

    [Theory]
    [InlineData(BreakerState.Closed)]
    [InlineData(BreakerState.HalfOpen)]
    public void Where_there_is_nothing_to_reset_a_reset_is_refused(BreakerState state)
    {
        var outcome = Decide(
            A.Command().Reset(Standard.GoldScope).ExpectingVersion(2),
            A.State().WithBreaker(Standard.GoldScope, state, 2).Build());

        Assert.Equal(
            (BreakerRefusal.WrongState, $"A breaker that is {state} cannot be reset."), (outcome.Answer.Refusal, outcome.Answer.Reason));
        Assert.Null(outcome.Answer.RetryAt);
    }

    [Fact]
    public void A_scope_without_a_breaker_is_unknown() =>
        Assert.Equal(BreakerRefusal.UnknownScope, Decide(A.Command().Trip(Scope.Parse("OIL"))).Answer.Refusal);

    private static CommandOutcome Decide(CommandBuilder command, EngineState? state = null) =>
        CommandDecision.Decide(state ?? EngineState.Initial, Rules, command.Build(), Later);
}
