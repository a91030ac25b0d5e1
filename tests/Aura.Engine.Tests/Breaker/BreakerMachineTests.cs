using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Testing;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Breaker;

public sealed class BreakerMachineTests
{
    private static readonly BreakerRules Rules = A.RuleSet().Build().Breaker;
    private static readonly TransitionCommand Command =
        new(CommandBuilder.IdOf(7), "operator-7", ReasonCode.Investigation, "Looking into it now.");

    private static readonly TransitionCommand Requester =
        new(CommandBuilder.IdOf(8), "operator-8", ReasonCode.Resolved, "The feed is well again.");

    private static readonly DateTimeOffset CooledDown = Standard.Start + Rules.CoolDown;

    /// <summary>The specification's table, cell by cell: state, event, state after, or refusal.</summary>
    public static TheoryData<BreakerState, string, string> Table => new()
    {
        { BreakerState.Closed, "alarm", "Open" },
        { BreakerState.Closed, "isolate", "Isolated" },
        { BreakerState.Closed, "trip", "Isolated" },
        { BreakerState.Closed, "reset", "refused wrong-state" },
        { BreakerState.Closed, "clean", "stays" },
        { BreakerState.Closed, "unclean", "stays" },
        { BreakerState.Closed, "ask", "refused wrong-state" },
        { BreakerState.Closed, "approve", "UnknownRequest" },
        { BreakerState.Closed, "decline", "UnknownRequest" },
        { BreakerState.Closed, "break-glass", "refused wrong-state" },
        { BreakerState.Closed, "break-glass alone", "BreakGlassNotNeeded" },
        { BreakerState.Closed, "review", "reviewed" },
        { BreakerState.Open, "alarm", "stays" },
        { BreakerState.Open, "isolate", "Isolated" },
        { BreakerState.Open, "trip", "Isolated" },
        { BreakerState.Open, "reset", "HalfOpen" },
        { BreakerState.Open, "clean", "stays" },
        { BreakerState.Open, "unclean", "stays" },
        { BreakerState.Open, "ask", "requested Pending" },
        { BreakerState.Open, "approve", "HalfOpen" },
        { BreakerState.Open, "decline", "requested Declined" },
        { BreakerState.Open, "break-glass", "HalfOpen" },
        { BreakerState.Open, "break-glass alone", "BreakGlassNotNeeded" },
        { BreakerState.Open, "review", "reviewed" },
        { BreakerState.HalfOpen, "alarm", "Open" },
        { BreakerState.HalfOpen, "isolate", "Isolated" },
        { BreakerState.HalfOpen, "trip", "Isolated" },
        { BreakerState.HalfOpen, "reset", "refused wrong-state" },
        { BreakerState.HalfOpen, "clean", "counts" },
        { BreakerState.HalfOpen, "unclean", "restarts" },
        { BreakerState.HalfOpen, "ask", "refused wrong-state" },
        { BreakerState.HalfOpen, "approve", "UnknownRequest" },
        { BreakerState.HalfOpen, "decline", "UnknownRequest" },
        { BreakerState.HalfOpen, "break-glass", "refused wrong-state" },
        { BreakerState.HalfOpen, "break-glass alone", "BreakGlassNotNeeded" },
        { BreakerState.HalfOpen, "review", "reviewed" },
        { BreakerState.Isolated, "break-glass", "HalfOpen" },
        { BreakerState.Isolated, "break-glass alone", "BreakGlassNotNeeded" },
        { BreakerState.Isolated, "review", "reviewed" },
        { BreakerState.Isolated, "alarm", "stays" },
        { BreakerState.Isolated, "isolate", "stays" },
        { BreakerState.Isolated, "trip", "stays" },
        { BreakerState.Isolated, "reset", "HalfOpen" },
        { BreakerState.Isolated, "clean", "stays" },
        { BreakerState.Isolated, "unclean", "stays" },
        { BreakerState.Isolated, "ask", "requested Pending" },
        { BreakerState.Isolated, "approve", "HalfOpen" },
        { BreakerState.Isolated, "decline", "requested Declined" },
    };

    [Fact]
    public void Every_breaker_starts_Closed_at_version_1() =>
        Assert.All((Scope[])[Scope.System, Standard.GoldScope], scope => Assert.Equal(
            (BreakerState.Closed, 1), (BreakerRecord.Initial(scope).State, BreakerRecord.Initial(scope).Version)));

    [Fact]
    public void The_table_has_every_cell() =>
        Assert.Equal(
            Enum.GetValues<BreakerState>().Length * 12, Table.Select(row => (row.Data.Item1, row.Data.Item2)).Distinct().Count());

    [Theory]
    [MemberData(nameof(Table))]
    public void Every_event_in_every_state_does_what_the_table_says(BreakerState state, string happens, string expected)
    {
        // Only what is halted can have a request; there it is one that somebody else made.
        var before = At(state, cleanRounds: state is BreakerState.HalfOpen ? 1 : 0);
        if (happens is "approve" or "decline" && state is BreakerState.Open or BreakerState.Isolated)
            before = before with { Request = ResetRequest.Of(before, Requester, CooledDown) };

        if (happens is "review")
            before = before with { Unreviewed = [new BreakGlassReset(Requester, "Nobody answers the telephone.", Standard.Start)] };

        var step = BreakerMachine.Apply(
            before, Signal(happens), happens is "ask" or "break-glass" ? Rules with { ApprovalsRequired = 2 } : Rules, CooledDown);

        Assert.Equal(expected, Told(before, step));
    }

    [Theory]
    [InlineData("alarm", false)]
    [InlineData("trip", true)]
    public void A_transition_says_whether_a_person_did_it(string happens, bool isManual)
    {
        var before = BreakerRecord.Initial(Standard.GoldScope);

        var moved = Assert.IsType<BreakerStep.Moved>(BreakerMachine.Apply(before, Signal(happens), Rules, CooledDown));

        Assert.Equal(
            (Standard.GoldScope, BreakerState.Closed, 2L, isManual, CooledDown),
            (moved.Transition.Scope, moved.Transition.From, moved.Transition.Version, moved.Transition.IsManual, moved.Transition.At));
        Assert.Equal(isManual ? BreakerCause.ManualTrip : BreakerCause.ExtremeDispersion, moved.Transition.Cause);
        Assert.Equal(isManual ? Command : null, moved.Transition.Command);
        Assert.Equal(isManual ? null : new RoundNumber(5), moved.Transition.Round);
        Assert.Equal(isManual ? Command.Reason : "Too far apart.", moved.Transition.Detail);
        Assert.Equal(moved.Transition, moved.Next.Last);
        Assert.Equal(CooledDown, moved.Next.TrippedAt);
    }

    [Theory]
    [InlineData(BreakerState.Open)]
    [InlineData(BreakerState.Isolated)]
    public void The_cool_down_ends_exactly_on_time(BreakerState state)
    {
        var record = At(state);

        var early = BreakerMachine.Apply(record, Signal("reset"), Rules, CooledDown.AddMilliseconds(-1));
        var onTime = BreakerMachine.Apply(record, Signal("reset"), Rules, CooledDown);

        Assert.Equal(new BreakerStep.Refused(BreakerRefusal.CoolingDown), early);
        Assert.Equal(BreakerState.HalfOpen, Assert.IsType<BreakerStep.Moved>(onTime).Next.State);
        Assert.Equal(CooledDown, record.CoolDownEndsAt(Rules));
    }

    [Fact]
    public void A_later_cause_does_not_extend_the_cool_down()
    {
        var step = BreakerMachine.Apply(At(BreakerState.Open), Signal("alarm"), Rules, Standard.Start.AddSeconds(9));

        Assert.Equal(CooledDown, Assert.IsType<BreakerStep.Stayed>(step).Next.CoolDownEndsAt(Rules));
    }

    [Fact]
    public void A_trip_of_an_open_breaker_starts_a_cool_down_of_its_own()
    {
        var later = Standard.Start.AddMinutes(1);

        var step = BreakerMachine.Apply(At(BreakerState.Open), Signal("trip"), Rules, later);

        Assert.Equal(later + Rules.CoolDown, Assert.IsType<BreakerStep.Moved>(step).Next.CoolDownEndsAt(Rules));
    }

    [Fact]
    public void A_reset_keeps_the_time_of_the_trip() =>
        Assert.Equal(
            Standard.Start,
            Assert.IsType<BreakerStep.Moved>(
                BreakerMachine.Apply(At(BreakerState.Open), Signal("reset"), Rules, CooledDown)).Next.TrippedAt);

    [Theory]
    [InlineData(BreakerState.Closed)]
    [InlineData(BreakerState.HalfOpen)]
    public void Where_there_is_nothing_to_reset_nothing_cools_down(BreakerState state) =>
        Assert.Null(At(state).CoolDownEndsAt(Rules));

    [Fact]
    public void Half_open_closes_after_the_configured_clean_rounds_in_a_row()
    {
        var record = At(BreakerState.HalfOpen);
        string[] rounds = ["clean", "clean", "unclean", "clean", "clean"];

        record = rounds.Aggregate(record, (before, happens) =>
            Assert.IsType<BreakerStep.Stayed>(BreakerMachine.Apply(before, Signal(happens), Rules, CooledDown)).Next);
        var closed = Assert.IsType<BreakerStep.Moved>(BreakerMachine.Apply(record, Signal("clean"), Rules, CooledDown));

        Assert.Equal((BreakerState.Closed, BreakerCause.CleanRounds, false), (closed.Next.State, closed.Transition.Cause, closed.Transition.IsManual));
        Assert.Equal(0, closed.Next.CleanRounds);
        Assert.Equal("3 clean rounds since the reset.", closed.Transition.Detail);
    }

    [Fact]
    public void A_second_probation_starts_from_zero()
    {
        var record = At(BreakerState.HalfOpen, cleanRounds: 2);

        foreach (string happens in (string[])["alarm", "reset"])
            record = Assert.IsType<BreakerStep.Moved>(BreakerMachine.Apply(record, Signal(happens), Rules, record.TrippedAt!.Value + Rules.CoolDown)).Next;

        Assert.Equal((BreakerState.HalfOpen, 0), (record.State, record.CleanRounds));
    }

    [Fact]
    public void No_sequence_of_signals_closes_a_breaker_without_a_reset_and_versions_count_transitions() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 12]).Array[1, 60].Sample(
            steps =>
            {
                var record = BreakerRecord.Initial(Standard.GoldScope);
                var now = Standard.Start;
                bool resetSinceTrip = true;
                foreach (var (which, seconds) in steps)
                {
                    now = now.AddSeconds(seconds);
                    var before = record;
                    var step = BreakerMachine.Apply(before, Signal(Events[which]), Rules, now);
                    record = step switch
                    {
                        BreakerStep.Moved moved => moved.Next,
                        BreakerStep.Stayed stayed => stayed.Next,
                        _ => before,
                    };

                    bool moves = step is BreakerStep.Moved;
                    Assert.Equal(before.Version + (moves ? 1 : 0), record.Version);
                    Assert.Equal(moves, record.State != before.State);
                    if (moves && record.State is BreakerState.Open or BreakerState.Isolated)
                        resetSinceTrip = false;
                    if (moves && record.State is BreakerState.HalfOpen)
                        resetSinceTrip = true;
                    if (record.State is BreakerState.Closed)
                        Assert.True(resetSinceTrip);
                    Assert.InRange(record.CleanRounds, 0, record.State is BreakerState.HalfOpen ? Rules.HalfOpenRounds - 1 : 0);
                }
            },
            iter: 5_000);

    [Fact]
    public void A_break_glass_reset_keeps_the_cool_down_and_says_what_it_is()
    {
        var two = Rules with { ApprovalsRequired = 2 };
        var asked = At(BreakerState.Open);
        asked = asked with { Request = ResetRequest.Of(asked, Requester, CooledDown) };

        var early = BreakerMachine.Apply(asked, Signal("break-glass"), two, CooledDown.AddMilliseconds(-1));
        var moved = Assert.IsType<BreakerStep.Moved>(BreakerMachine.Apply(asked, Signal("break-glass"), two, CooledDown));

        Assert.Equal(new BreakerStep.Refused(BreakerRefusal.CoolingDown), early);
        Assert.Equal((BreakerCause.BreakGlass, true, Command), (moved.Transition.Cause, moved.Transition.IsManual, moved.Transition.Command));
        Assert.Null(moved.Next.Request);
        Assert.Equal([new BreakGlassReset(Command, "Nobody answers the telephone.", CooledDown)], moved.Next.Unreviewed!.Value);
    }

    [Fact]
    public void Only_somebody_else_reviews_it_once_and_nothing_that_happens_in_between_hides_it()
    {
        var two = Rules with { ApprovalsRequired = 2 };
        var record = Assert.IsType<BreakerStep.Moved>(
            BreakerMachine.Apply(At(BreakerState.Open), Signal("break-glass"), two, CooledDown)).Next;
        foreach (string happens in (string[])["clean", "clean", "clean", "alarm", "trip"])
            record = BreakerMachine.Apply(record, Signal(happens), two, CooledDown) switch
            {
                BreakerStep.Moved moved => moved.Next,
                BreakerStep.Stayed stayed => stayed.Next,
                _ => record,
            };
        Assert.Single(record.Unreviewed!.Value);

        var own = BreakerMachine.Apply(record, new BreakerSignal.Review(Command.CommandId, Command), two, CooledDown);
        var unknown = BreakerMachine.Apply(record, new BreakerSignal.Review(Requester.CommandId, Requester), two, CooledDown);
        var reviewed = Assert.IsType<BreakerStep.Reviewed>(
            BreakerMachine.Apply(record, new BreakerSignal.Review(Command.CommandId, Requester), two, CooledDown)).Next;
        var again = BreakerMachine.Apply(reviewed, new BreakerSignal.Review(Command.CommandId, Requester), two, CooledDown);

        Assert.Equal(new BreakerStep.Refused(BreakerRefusal.SamePerson), own);
        Assert.Equal(new BreakerStep.Refused(BreakerRefusal.UnknownRequest), unknown);
        Assert.Null(reviewed.Unreviewed);
        Assert.Equal(record.Version, reviewed.Version);
        Assert.Equal(new BreakerStep.Refused(BreakerRefusal.UnknownRequest), again);
    }

    private static readonly string[] Events = ["alarm", "isolate", "trip", "reset", "clean", "unclean"];

    private static BreakerRecord At(BreakerState state, int cleanRounds = 0) =>
        StateBuilder.Record(Standard.GoldScope, state, 4, Standard.Start, cleanRounds);

    private static BreakerSignal Signal(string happens) => happens switch
    {
        "alarm" => new BreakerSignal.Alarm(BreakerCause.ExtremeDispersion, new RoundNumber(5), "Too far apart."),
        "isolate" => new BreakerSignal.Isolate(BreakerCause.LedgerVerification, "An old copy."),
        "trip" => new BreakerSignal.Trip(Command),
        "reset" or "ask" => new BreakerSignal.Reset(Command),
        "approve" => new BreakerSignal.Approve(Requester.CommandId, Command),
        "decline" => new BreakerSignal.Decline(Requester.CommandId, Command),
        "break-glass" or "break-glass alone" => new BreakerSignal.BreakGlass(Command, "Nobody answers the telephone."),
        "review" => new BreakerSignal.Review(Requester.CommandId, Command),
        "clean" => new BreakerSignal.Clean(new RoundNumber(5)),
        _ => new BreakerSignal.Unclean(),
    };

    private static string Told(BreakerRecord before, BreakerStep step)
    {
        switch (step)
        {
            case BreakerStep.Moved moved:
                Assert.Equal(before.Version + 1, moved.Next.Version);
                return moved.Next.State.ToString();
            case BreakerStep.Refused refused:
                return refused.Refusal is BreakerRefusal.WrongState ? "refused wrong-state" : refused.Refusal.ToString();
            case BreakerStep.Requested requested:
                Assert.Equal(before with { Request = requested.Request }, requested.Next);
                return $"requested {requested.Request.Status}";
            case BreakerStep.Reviewed reviewed:
                Assert.Equal(before with { Unreviewed = null }, reviewed.Next);
                return "reviewed";
            case BreakerStep.Stayed stayed when stayed.Next == before:
                return "stays";
            case BreakerStep.Stayed stayed:
                Assert.Equal(before with { CleanRounds = stayed.Next.CleanRounds }, stayed.Next);
                return stayed.Next.CleanRounds == 0 ? "restarts" : "counts";
            default:
                return "?";
        }
    }
}
