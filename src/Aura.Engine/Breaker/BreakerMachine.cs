using System.Diagnostics;

namespace Aura.Engine.Breaker;

/// <summary>The transition table as a pure function: (record, signal, now) → step.</summary>
public static class BreakerMachine
{
    /// <summary>Applies one signal.</summary>
    /// <param name="record">The breaker before.</param>
    /// <param name="signal">What happens.</param>
    /// <param name="rules">Cool-down and half-open rounds.</param>
    /// <param name="now">The decision's time, UTC.</param>
    public static BreakerStep Apply(
        BreakerRecord record, BreakerSignal signal, BreakerRules rules, DateTimeOffset now) => signal switch
        {
            BreakerSignal.Alarm alarm => OnAlarm(record, alarm, now),
            BreakerSignal.Clean clean => OnClean(record, clean, rules, now),
            BreakerSignal.Unclean => new BreakerStep.Stayed(record with { CleanRounds = 0 }),
            BreakerSignal.Trip trip => OnTrip(record, trip, now),
            BreakerSignal.Reset reset => OnReset(record, reset, rules, now),
            _ => throw new UnreachableException(),
        };

    private static BreakerStep OnAlarm(BreakerRecord record, BreakerSignal.Alarm alarm, DateTimeOffset now) =>
        record.State switch
        {
            BreakerState.Closed or BreakerState.HalfOpen => Move(
                record,
                new Transition(
                    record.Scope, record.State, BreakerState.Open, record.Version + 1, alarm.Cause, false,
                    now, alarm.Round, alarm.Detail, null)),
            // Already halted: a later cause neither extends the cool-down nor hides the first one.
            BreakerState.Open or BreakerState.Isolated => new BreakerStep.Stayed(record),
            _ => throw new UnreachableException(),
        };

    private static BreakerStep OnClean(
        BreakerRecord record, BreakerSignal.Clean clean, BreakerRules rules, DateTimeOffset now)
    {
        if (record.State is not BreakerState.HalfOpen)
            return new BreakerStep.Stayed(record);

        int count = record.CleanRounds + 1;
        return count < rules.HalfOpenRounds
            ? new BreakerStep.Stayed(record with { CleanRounds = count })
            : Move(
                record,
                new Transition(
                    record.Scope, record.State, BreakerState.Closed, record.Version + 1, BreakerCause.CleanRounds, false,
                    now, clean.Round, $"{count} clean rounds since the reset.", null));
    }

    private static BreakerStep OnTrip(BreakerRecord record, BreakerSignal.Trip trip, DateTimeOffset now) =>
        record.State switch
        {
            BreakerState.Isolated => new BreakerStep.Stayed(record),
            BreakerState.Closed or BreakerState.Open or BreakerState.HalfOpen => Move(
                record, Manual(record, BreakerState.Isolated, BreakerCause.ManualTrip, trip.Command, now)),
            _ => throw new UnreachableException(),
        };

    private static BreakerStep OnReset(
        BreakerRecord record, BreakerSignal.Reset reset, BreakerRules rules, DateTimeOffset now) =>
        record.State switch
        {
            BreakerState.Closed or BreakerState.HalfOpen => new BreakerStep.Refused(BreakerRefusal.WrongState),
            _ when record.CoolDownEndsAt(rules) is { } end && now < end =>
                new BreakerStep.Refused(BreakerRefusal.CoolingDown),
            BreakerState.Open or BreakerState.Isolated => Move(
                record, Manual(record, BreakerState.HalfOpen, BreakerCause.ManualReset, reset.Command, now)),
            _ => throw new UnreachableException(),
        };

    private static Transition Manual(
        BreakerRecord record, BreakerState to, BreakerCause cause, TransitionCommand command, DateTimeOffset now) =>
        new(record.Scope, record.State, to, record.Version + 1, cause, true, now, null, command.Reason, command);

    private static BreakerStep.Moved Move(BreakerRecord record, Transition transition) =>
        new(
            record with
            {
                State = transition.To,
                Version = transition.Version,
                CleanRounds = 0,
                TrippedAt = transition.To is BreakerState.Open or BreakerState.Isolated
                    ? transition.At
                    : record.TrippedAt,
                Last = transition,
            },
            transition);
}
