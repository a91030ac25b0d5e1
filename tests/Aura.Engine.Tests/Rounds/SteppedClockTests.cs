using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>
/// The engine takes a moment as it is given; that one follows the other is its host's business. What it can promise all the
/// same: a moment an hour off neither moves the end of a cool-down nor makes anything milder.
/// </summary>
public sealed class SteppedClockTests
{
    private static readonly RuleSet Rules = A.RuleSet().AsShipped().Build();
    private static readonly DateTimeOffset TrippedAt = Standard.Start;
    private static readonly DateTimeOffset End = TrippedAt + Rules.Breaker.CoolDown;

    [Theory]
    [InlineData(BreakerState.Open)]
    [InlineData(BreakerState.Isolated)]
    public void A_clock_that_is_set_back_by_an_hour_and_right_again_leaves_the_cool_down_as_long_as_it_was(BreakerState state)
    {
        var before = A.State().WithBreaker(Standard.GoldScope, state, since: TrippedAt).Build();

        var back = Reset(before, 1, End.AddHours(-1));
        var early = Reset(back.Next, 2, End.AddMilliseconds(-1));
        var onTime = Reset(early.Next, 3, End);

        Assert.All((CommandOutcome[])[back, early], outcome => Assert.Equal(
            (BreakerRefusal.CoolingDown, End), (outcome.Answer.Refusal, outcome.Answer.RetryAt)));
        Assert.Equal("The cool-down lasts until 2025-06-05T19:00:10.000Z, 3600 s more.", back.Answer.Reason);
        Assert.Equal(before.Breakers, early.Next.Breakers);
        Assert.Equal(CommandStatus.Executed, onTime.Answer.Status);
    }

    [Theory]
    [InlineData(BreakerState.Open, 1)]
    [InlineData(BreakerState.Open, -1)]
    [InlineData(BreakerState.Isolated, 1)]
    [InlineData(BreakerState.Isolated, -1)]
    public void What_a_round_says_by_a_clock_that_is_an_hour_off_moves_no_end(BreakerState state, int hours)
    {
        var record = StateBuilder.Record(Standard.GoldScope, state, 2, TrippedAt);
        BreakerSignal[] signals =
        [
            new BreakerSignal.Alarm(BreakerCause.PriceJump, new RoundNumber(3), "It jumped."), new BreakerSignal.Unclean(),
            new BreakerSignal.Clean(new RoundNumber(3)),
        ];

        Assert.All(signals, signal =>
        {
            var after = Assert.IsType<BreakerStep.Stayed>(
                BreakerMachine.Apply(record, signal, Rules.Breaker, TrippedAt.AddHours(hours))).Next;
            Assert.Equal((state, 2L, End), (after.State, after.Version, after.CoolDownEndsAt(Rules.Breaker)));
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_second_trip_by_a_clock_that_is_an_hour_off_changes_nothing(int hours)
    {
        var before = A.State().WithBreaker(Standard.GoldScope, BreakerState.Isolated, since: TrippedAt).Build();

        var outcome = CommandDecision.Decide(before, Rules, A.Command().Trip(Standard.GoldScope).Build(), TrippedAt.AddHours(hours));

        Assert.Equal((CommandStatus.NoOp, before.ToDigest()), (outcome.Answer.Status, outcome.Next.ToDigest()));
    }

    [Fact]
    public void A_clock_that_is_set_forward_lets_a_request_expire_and_never_lets_it_last()
    {
        var rules = A.RuleSet().AsShipped().WithBreaker(breaker => breaker with { ApprovalsRequired = 2 }).Build();
        var before = A.State().WithBreaker(Standard.GoldScope, BreakerState.Open, since: TrippedAt).Build();
        var asked = CommandDecision.Decide(before, rules, A.Command().Reset(Standard.GoldScope).ExpectingVersion(2).Build(), End);
        Assert.Equal(CommandStatus.ApprovalRequested, asked.Answer.Status);

        var late = CommandDecision.Decide(
            asked.Next, rules, A.Command().WithId(2).Approve(Standard.GoldScope, 1).ExpectingVersion(2).Build(), End.AddHours(1));

        Assert.Equal(BreakerRefusal.RequestClosed, late.Answer.Refusal);
        Assert.Equal(BreakerState.Open, late.Next.BreakerOf(Standard.GoldScope).State);
    }

    // Changes that lie ahead of the clock have happened all the same.
    [Fact]
    public void A_clock_that_is_set_back_hides_no_change_from_the_flap_guard()
    {
        var record = BreakerRecord.Initial(Standard.GoldScope) with { Recent = [TrippedAt, TrippedAt, TrippedAt] };
        var alarm = new BreakerSignal.Alarm(BreakerCause.PriceJump, new RoundNumber(9), "It jumped.");

        var latched = Assert.IsType<BreakerStep.Moved>(BreakerMachine.Apply(record, alarm, Rules.Breaker, TrippedAt.AddHours(-1))).Next;

        Assert.Equal((BreakerState.Isolated, BreakerCause.Flapping), (latched.State, latched.Cause));
        Assert.Equal([TrippedAt, TrippedAt, TrippedAt, TrippedAt.AddHours(-1)], latched.Recent.GetValueOrDefault());
    }

    private static CommandOutcome Reset(EngineState state, int id, DateTimeOffset at) => CommandDecision.Decide(
        state, Rules, A.Command().WithId(id).Reset(Standard.GoldScope).ExpectingVersion(2).Build(), at);
}
