using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>Resets that need two people: the requester and a different person with the right.</summary>
public sealed class ApprovalTests
{
    private const int RequestId = 11;

    private static readonly RuleSet Rules = A.RuleSet().WithBreaker(rules => rules with { ApprovalsRequired = 2 }).Build();
    private static readonly DateTimeOffset Later = Standard.Start.AddMinutes(1);

    private static readonly EngineState Isolated =
        A.State().WithBreaker(Standard.GoldScope, BreakerState.Isolated, 2).Build();

    private static readonly CommandBuilder Reset = A.Command().WithId(RequestId).Reset(Standard.GoldScope).ExpectingVersion(2);

    private static readonly CommandBuilder Approval =
        A.Command().WithId(12).Approve(Standard.GoldScope, RequestId).ExpectingVersion(2);

    private static readonly CommandBuilder Refusal =
        A.Command().WithId(13).Decline(Standard.GoldScope, RequestId).ExpectingVersion(2);

    private static EngineState Requested => Decide(Reset, Isolated).Next;

    [Fact]
    public void A_reset_is_a_request_that_changes_neither_state_nor_version()
    {
        var outcome = Decide(Reset, Isolated);

        Assert.Equal(CommandStatus.ApprovalRequested, outcome.Answer.Status);
        Assert.Null(outcome.Answer.Transition);
        var request = outcome.Answer.Request;
        Assert.NotNull(request);
        Assert.Equal(
            (CommandBuilder.IdOf(RequestId), 2L, Later, Later.AddMinutes(15), RequestStatus.Pending),
            (request.Id, request.Version, request.At, request.ExpiresAt, request.Status));
        var gold = outcome.Next.BreakerOf(Standard.GoldScope);
        Assert.Equal((BreakerState.Isolated, 2L, request), (gold.State, gold.Version, gold.Request));
    }

    [Fact]
    public void A_request_binds_to_the_transition_that_it_would_undo()
    {
        var other = A.State().WithBreaker(Standard.GoldScope, BreakerState.Isolated, 2, Standard.Start.AddSeconds(1)).Build();

        Assert.NotEqual(
            Requested.BreakerOf(Standard.GoldScope).Request!.Evidence,
            Decide(Reset, other).Answer.Request!.Evidence);
    }

    [Fact]
    public void A_different_person_with_the_right_approves_and_both_are_named()
    {
        var outcome = Decide(Approval, Requested);

        Assert.Equal(CommandStatus.Executed, outcome.Answer.Status);
        var transition = outcome.Answer.Transition;
        Assert.NotNull(transition);
        Assert.Equal(
            (BreakerState.HalfOpen, 3L, BreakerCause.ManualReset, "compliance-1", "operator-1"),
            (transition.To, transition.Version, transition.Cause, transition.Command!.ActorId, transition.Requested!.ActorId));
        Assert.Null(outcome.Next.BreakerOf(Standard.GoldScope).Request);
    }

    [Fact]
    public void Who_asked_cannot_approve_whatever_roles_they_hold()
    {
        var both = Decide(Reset.By("both", ActorRole.Compliance, ActorRole.Operator), Isolated).Next;

        var outcome = Decide(Approval.By("both", ActorRole.Compliance, ActorRole.Operator), both);

        Assert.Equal(BreakerRefusal.SamePerson, outcome.Answer.Refusal);
        Assert.Equal(BreakerState.Isolated, outcome.Next.BreakerOf(Standard.GoldScope).State);
    }

    [Theory]
    [InlineData(ActorRole.Operator)]
    [InlineData(ActorRole.Auditor)]
    [InlineData(ActorRole.Administrator)]
    public void Only_compliance_approves_and_declines(ActorRole role)
    {
        Assert.Equal(BreakerRefusal.Forbidden, Decide(Approval.By("someone", role), Requested).Answer.Refusal);
        Assert.Equal(BreakerRefusal.Forbidden, Decide(Refusal.By("someone", role), Requested).Answer.Refusal);
    }

    [Fact]
    public void One_decline_closes_the_request_and_a_new_one_is_needed()
    {
        var declined = Decide(Refusal, Requested);
        Assert.Equal((CommandStatus.Declined, RequestStatus.Declined), (declined.Answer.Status, declined.Answer.Request!.Status));

        var late = Decide(Approval, declined.Next);
        Assert.Equal(BreakerRefusal.RequestClosed, late.Answer.Refusal);
        Assert.Equal(
            $"The request {CommandBuilder.IdOf(RequestId)} can no longer be decided: it was declined.", late.Answer.Reason);

        var again = Decide(Reset.WithId(14), declined.Next);
        Assert.Equal(CommandStatus.ApprovalRequested, again.Answer.Status);
        Assert.Equal(CommandStatus.Executed, Decide(Approval.Approve(Standard.GoldScope, 14), again.Next).Answer.Status);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    public void A_request_expires_after_fifteen_minutes(int milliseconds, bool isApproved)
    {
        var outcome = Decide(Approval, Requested, Later.AddMinutes(15).AddMilliseconds(milliseconds));

        Assert.Equal(isApproved ? BreakerRefusal.None : BreakerRefusal.RequestClosed, outcome.Answer.Refusal);
        if (!isApproved)
            Assert.EndsWith("it expired at 2025-06-05T19:16:00.000Z.", outcome.Answer.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_expired_request_makes_room_for_another() =>
        Assert.Equal(
            CommandStatus.ApprovalRequested,
            Decide(Reset.WithId(14), Requested, Later.AddMinutes(15)).Answer.Status);

    [Fact]
    public void A_second_request_is_refused_while_one_is_pending()
    {
        var outcome = Decide(Reset.WithId(14).By("operator-2", ActorRole.Operator), Requested);

        Assert.Equal(BreakerRefusal.RequestPending, outcome.Answer.Refusal);
        Assert.Equal(
            $"The request {CommandBuilder.IdOf(RequestId)} waits for its approval until 2025-06-05T19:16:00.000Z.",
            outcome.Answer.Reason);
    }

    [Fact]
    public void Any_transition_voids_the_request()
    {
        var open = A.State().WithBreaker(Standard.GoldScope, BreakerState.Open, 2).Build();
        var requested = Decide(Reset, open).Next;

        var tripped = Decide(A.Command().WithId(15).Trip(Standard.GoldScope), requested).Next;

        Assert.Null(tripped.BreakerOf(Standard.GoldScope).Request);
        Assert.Equal(BreakerRefusal.StaleVersion, Decide(Approval, tripped).Answer.Refusal);
        Assert.Equal(BreakerRefusal.UnknownRequest, Decide(Approval.ExpectingVersion(3), tripped).Answer.Refusal);
    }

    [Fact]
    public void A_trip_that_changes_nothing_still_voids_the_request()
    {
        var tripped = Decide(A.Command().WithId(15).Trip(Standard.GoldScope), Requested);

        Assert.Equal(CommandStatus.NoOp, tripped.Answer.Status);
        Assert.Equal(2, tripped.Next.BreakerOf(Standard.GoldScope).Version);
        Assert.Equal(BreakerRefusal.RequestClosed, Decide(Approval, tripped.Next).Answer.Refusal);
    }

    [Fact]
    public void A_request_that_nobody_made_is_unknown()
    {
        Assert.Equal(BreakerRefusal.UnknownRequest, Decide(Approval, Isolated).Answer.Refusal);
        Assert.Equal(BreakerRefusal.UnknownRequest, Decide(Approval.Approve(Standard.GoldScope, 99), Requested).Answer.Refusal);
    }

    [Fact]
    public void A_stale_approval_or_decline_conflicts()
    {
        Assert.Equal(BreakerRefusal.StaleVersion, Decide(Approval.ExpectingVersion(1), Requested).Answer.Refusal);
        Assert.Equal(BreakerRefusal.StaleVersion, Decide(Refusal.ExpectingVersion(1), Requested).Answer.Refusal);
    }

    [Fact]
    public void A_request_during_the_cool_down_is_refused_like_a_reset() =>
        Assert.Equal(
            BreakerRefusal.CoolingDown, Decide(Reset, Isolated, Standard.Start.AddSeconds(9)).Answer.Refusal);

    [Fact]
    public void A_state_with_a_request_is_read_back_to_the_same_bytes() =>
        Assert.Equal(Requested.ToBytes(), EngineState.Parse(Requested.ToBytes()).ToBytes());

    [Fact]
    public void An_approval_of_another_request_is_another_command() =>
        Assert.NotEqual(
            Approval.Build().ToBodyDigest(), Approval.Approve(Standard.GoldScope, 99).Build().ToBodyDigest());

    private static CommandOutcome Decide(CommandBuilder command, EngineState state, DateTimeOffset? now = null) =>
        CommandDecision.Decide(state, Rules, command.Build(), now ?? Later);
}
