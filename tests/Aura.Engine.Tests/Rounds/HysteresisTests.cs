using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>
/// Values that swing around a threshold, breakers that open again and again, and clocks that are set: none of them may
/// ring twice for one thing, nor shorten anything.
/// </summary>
public sealed class HysteresisTests
{
    private const decimal Gold = 3356.73m;

    [Theory]
    [InlineData(10.1, 9.9)]
    [InlineData(9.9, 10.1)]
    [InlineData(30, 9.9)]
    [InlineData(10.1, 5.1)]
    public void Dispersions_on_both_sides_of_Extreme_trip_once(double odd, double even)
    {
        var rules = A.RuleSet().AsShipped().Build();
        var state = Play(rules, EngineState.Initial, 20, (round, i) => Dispersed(round, (decimal)(i % 2 == 1 ? odd : even)));

        Assert.Equal((BreakerState.Open, 2L, 1L), Told(state, BreakerCause.ExtremeDispersion));
    }

    [Theory]
    [InlineData(10.1, 9.9)]
    [InlineData(9.9, 10.1)]
    [InlineData(10.1, 5.1)]
    public void Moves_on_both_sides_of_a_jump_trip_once_and_none_of_them_is_calm(double odd, double even)
    {
        var rules = A.RuleSet().AsShipped().WithCoolDown(TimeSpan.Zero).Build();
        var moves = new Moves((decimal)odd, (decimal)even);
        var state = Play(rules, EngineState.Initial, 21, moves.Next);
        Assert.Equal((BreakerState.Open, 2L, 1L), Told(state, BreakerCause.PriceJump));

        // After a reset only the larger moves open again; the smaller ones are not calm either.
        state = Play(rules, Reset(state, rules, 1), 12, new Moves((decimal)Math.Min(odd, even), (decimal)Math.Min(odd, even)) { Price = moves.Price }.Next);
        Assert.Equal((BreakerState.HalfOpen, 3L, 1L), Told(state, BreakerCause.PriceJump));
        Assert.Equal(0, state.BreakerOf(Standard.GoldScope).CleanRounds);
    }

    [Theory]
    [InlineData(4.9, BreakerState.Closed)]
    [InlineData(5.1, BreakerState.HalfOpen)]
    public void A_jump_is_over_at_half_of_what_makes_it_one(double percent, BreakerState expected)
    {
        var rules = A.RuleSet().AsShipped().WithCoolDown(TimeSpan.Zero).Build();
        var moves = new Moves(12m, 12m);
        var state = Reset(Play(rules, EngineState.Initial, 2, moves.Next), rules, 1);

        state = Play(rules, state, 3, new Moves((decimal)percent, (decimal)percent) { Price = moves.Price }.Next);

        Assert.Equal(expected, state.BreakerOf(Standard.GoldScope).State);
    }

    // 6 % a round for a while, then 4 %, and again: the volatility swings around 5 and stays above 3.
    [Theory]
    [InlineData(CauseMode.Shadow)]
    [InlineData(CauseMode.On)]
    public void Volatility_on_both_sides_of_its_threshold_counts_once(CauseMode mode)
    {
        var rules = A.RuleSet().AsShipped().WithCause(BreakerCause.Volatility, mode).Build();
        var seen = new List<bool>();
        var moves = new Moves(6m, 6m);
        var state = EngineState.Initial;
        for (int i = 0; i < 120; i++)
        {
            (moves.Odd, moves.Even) = i / 15 % 2 == 0 ? (6m, 6m) : (4m, 4m);
            var outcome = Decide(rules, state, moves.Next(A.Round(), i));
            state = outcome.Next;
            var breaker = outcome.Report.Breakers[1];
            seen.Add((mode is CauseMode.On ? breaker.ActiveCauses : breaker.ShadowCauses ?? []).Contains(BreakerCause.Volatility));
        }

        int crossings = seen.Zip(seen.Skip(1)).Count(pair => !pair.First && pair.Second);
        Assert.True(crossings >= 3, $"It was active anew {crossings} times.");
        var served = state.Causes.GetValueOrDefault().Single(cause => cause.Cause is BreakerCause.Volatility);
        Assert.Equal(mode is CauseMode.On ? (1L, 0L) : (0L, 1L), (served.Trips, served.ShadowTrips));
        Assert.Equal(mode is CauseMode.On ? BreakerState.Open : BreakerState.Closed, state.BreakerOf(Standard.GoldScope).State);

        // Calm until it is over for three rounds, and then anew.
        state = Play(rules, state, 40, (round, _) => round.WithGold(moves.Price));
        Assert.Equal((false, 1L), Served(state) is { } calm ? (calm.IsShadowTripped, calm.Trips + calm.ShadowTrips) : default);
        (moves.Odd, moves.Even) = (9m, 9m);
        Assert.Equal(mode is CauseMode.On ? 0L : 2L, Served(Play(rules, state, 20, moves.Next)).ShadowTrips);

        static CauseRecord Served(EngineState state) =>
            state.Causes.GetValueOrDefault().Single(cause => cause.Cause is BreakerCause.Volatility);
    }

    // Every opening and every reset is a change; the opening that finds as many as the guard allows is one too many.
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(5, 4)]
    [InlineData(10, 6)]
    public void As_many_changes_as_the_guard_allows_are_normal_and_the_next_opening_latches(int most, int opening)
    {
        var rules = Guarded(most, TimeSpan.FromMinutes(10), TimeSpan.Zero);
        var states = Openings(rules, TimeSpan.FromSeconds(5), opening);

        Assert.Equal([.. Enumerable.Repeat(BreakerState.Open, opening - 1), BreakerState.Isolated], states);
    }

    [Fact]
    public void What_was_latched_is_latched_again_after_a_reset_that_came_too_soon() =>
        Assert.Equal(
            [BreakerState.Open, BreakerState.Open, BreakerState.Isolated, BreakerState.Isolated, BreakerState.Isolated],
            Openings(Guarded(3, TimeSpan.FromMinutes(10), TimeSpan.Zero), TimeSpan.FromSeconds(5), 5));

    // A cool-down of half the window leaves room for two changes in it: at the pace of Live the shipped guard of three
    // changes in ten minutes never latches.
    [Theory]
    [InlineData(3, 300, 300, false)]
    [InlineData(2, 300, 299, true)]
    [InlineData(3, 150, 150, true)]
    public void A_guard_sees_no_more_than_the_cool_down_lets_happen_in_its_window(int most, int periodSeconds, int coolDownSeconds, bool isLatched)
    {
        var rules = Guarded(most, TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(coolDownSeconds));

        Assert.Equal(isLatched, Openings(rules, TimeSpan.FromSeconds(periodSeconds), 20).Contains(BreakerState.Isolated));
    }

    [Fact]
    public void Changes_of_another_breaker_are_not_counted()
    {
        var rules = Guarded(3, TimeSpan.FromMinutes(10), TimeSpan.Zero);
        var state = EngineState.Initial;
        for (int i = 1; i <= 2; i++)
        {
            state = Play(rules, state, 1, (round, _) => Dispersed(round, 15m));
            state = Reset(state, rules, i);
        }

        state = Play(rules, state, 1, (round, _) => round.WithPrice(Standard.MsftDay, 900m).WithPrice(Standard.MsftQuote, 300m));

        Assert.Equal((BreakerState.Open, 4), (state.BreakerOf(Standard.MsftScope).State, state.BreakerOf(Standard.GoldScope).Recent?.Length));
    }

    private static RuleSet Guarded(int most, TimeSpan window, TimeSpan coolDown) =>
        A.RuleSet().WithCoolDown(coolDown).AsShipped().WithBreaker(breaker => breaker with
        {
            Flapping = new FlapGuard(most, (long)window.TotalMilliseconds),
        }).Build();

    // A cause in every round, and an operator who resets as soon as that is allowed.
    private static List<BreakerState> Openings(RuleSet rules, TimeSpan period, int rounds)
    {
        var record = BreakerRecord.Initial(Standard.GoldScope);
        var states = new List<BreakerState>();
        for (int i = 1; i <= rounds; i++)
        {
            var now = Standard.Start + (i * period);
            record = Next(new BreakerSignal.Alarm(BreakerCause.PriceJump, new RoundNumber(i), "It jumped."), now);
            states.Add(record.State);
            var reset = new TransitionCommand(CommandBuilder.IdOf(i), "operator-1", ReasonCode.Resolved, "It is over, I think.");
            var allowed = record.CoolDownEndsAt(rules.Breaker).GetValueOrDefault();
            if (allowed < now + period)
                record = Next(new BreakerSignal.Reset(reset), allowed > now ? allowed : now);
        }

        return states;

        BreakerRecord Next(BreakerSignal signal, DateTimeOffset now) =>
            BreakerMachine.Apply(record, signal, rules.Breaker, now) switch
            {
                BreakerStep.Moved moved => moved.Next,
                BreakerStep.Stayed stayed => stayed.Next,
                var other => throw new InvalidOperationException($"{signal} was answered with {other}."),
            };
    }

    private static EngineState Play(RuleSet rules, EngineState state, int rounds, Func<RoundBuilder, int, RoundBuilder> arrange)
    {
        for (int i = 0; i < rounds; i++)
            state = Decide(rules, state, arrange(A.Round(), i)).Next;
        return state;
    }

    private static RoundOutcome Decide(RuleSet rules, EngineState state, RoundBuilder round) =>
        RoundDecision.Decide(state, rules, round.Under(rules).After(state).Build());

    private static EngineState Reset(EngineState state, RuleSet rules, int id)
    {
        var command = A.Command().WithId(id).Reset(Standard.GoldScope).ExpectingVersion(state.BreakerOf(Standard.GoldScope).Version).Build();
        var outcome = CommandDecision.Decide(state, rules, command, Standard.SlotOf(state.Round).Instant.AddSeconds(1));
        Assert.Equal(CommandStatus.Executed, outcome.Answer.Status);
        return outcome.Next;
    }

    private static (BreakerState State, long Version, long Trips) Told(EngineState state, BreakerCause cause)
    {
        var breaker = state.BreakerOf(Standard.GoldScope);
        return (breaker.State, breaker.Version, state.Causes.GetValueOrDefault().Single(served => served.Cause == cause).Trips);
    }

    // Two of four sources up and two down by d % of the middle: the deviation is d % of the mean, but for the share's weight.
    private static RoundBuilder Dispersed(RoundBuilder round, decimal percent)
    {
        decimal away = Gold * percent / 100m;
        return round
            .WithPrice(Standard.GoldShare, decimal.Round((Gold + away) * Standard.Ounces.OuncesPerShare, 4))
            .WithPrice(Standard.GoldRate, Gold - away).WithPrice(Standard.GoldSeries, Gold + away).WithPrice(Standard.GoldSpot, Gold - away);
    }

    /// <summary>Gold that goes up and down in turn, by percents of what it was.</summary>
    private sealed class Moves(decimal odd, decimal even)
    {
        public decimal Odd { get; set; } = odd;

        public decimal Even { get; set; } = even;

        public decimal Price { get; set; } = Gold;

        // The first round after another one moves too; the very first of all has nothing to move from.
        public RoundBuilder Next(RoundBuilder round, int i)
        {
            Price = decimal.Round(Price * (1m + ((i % 2 == 1 ? Odd : -Even) / 100m)), 2);
            return round.WithGold(Price);
        }
    }
}
