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
            BreakerSignal.Alarm alarm => OnAlarm(record, alarm, rules, now),
            BreakerSignal.Isolate isolate => OnIsolate(record, isolate, rules, now),
            BreakerSignal.Clean clean => OnClean(record, clean, rules, now),
            BreakerSignal.Unclean => new BreakerStep.Stayed(record with { CleanRounds = 0 }),
            BreakerSignal.Trip trip => OnTrip(record, trip, rules, now),
            BreakerSignal.Reset reset => OnReset(record, reset, rules, now),
            BreakerSignal.Approve approve => OnApprove(record, approve, rules, now),
            BreakerSignal.Decline decline => OnDecline(record, decline, now),
            BreakerSignal.BreakGlass glass => OnBreakGlass(record, glass, rules, now),
            BreakerSignal.Review review => OnReview(record, review),
            _ => throw new UnreachableException(),
        };

    private static BreakerStep OnAlarm(
        BreakerRecord record, BreakerSignal.Alarm alarm, BreakerRules rules, DateTimeOffset now) =>
        record.State switch
        {
            BreakerState.Closed or BreakerState.HalfOpen when rules.Flapping is { } guard
                && record.ChangesSince(now - guard.Window) is var changes && changes >= guard.MostTransitions => Move(
                record, rules,
                new Transition(
                    record.Scope, record.State, BreakerState.Isolated, record.Version + 1, BreakerCause.Flapping, false,
                    now, alarm.Round, $"{changes} changes within {guard.WindowMilliseconds / 60_000} min, and again: {alarm.Detail}", null)),
            BreakerState.Closed or BreakerState.HalfOpen => Move(
                record, rules,
                new Transition(
                    record.Scope, record.State, BreakerState.Open, record.Version + 1, alarm.Cause, false,
                    now, alarm.Round, alarm.Detail, null)),
            // Already halted: a later cause neither extends the cool-down nor hides the first one.
            BreakerState.Open or BreakerState.Isolated => new BreakerStep.Stayed(record),
            _ => throw new UnreachableException(),
        };

    private static BreakerStep OnIsolate(
        BreakerRecord record, BreakerSignal.Isolate isolate, BreakerRules rules, DateTimeOffset now) =>
        record.State switch
        {
            BreakerState.Isolated => new BreakerStep.Stayed(record),
            BreakerState.Closed or BreakerState.Open or BreakerState.HalfOpen => Move(
                record, rules,
                new Transition(
                    record.Scope, record.State, BreakerState.Isolated, record.Version + 1, isolate.Cause, false,
                    now, null, isolate.Detail, null)),
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
                record, rules,
                new Transition(
                    record.Scope, record.State, BreakerState.Closed, record.Version + 1, BreakerCause.CleanRounds, false,
                    now, clean.Round, $"{count} clean rounds since the reset.", null));
    }

    private static BreakerStep OnTrip(
        BreakerRecord record, BreakerSignal.Trip trip, BreakerRules rules, DateTimeOffset now) =>
        record.State switch
        {
            // Nothing to change, but whoever trips wants it halted: an approval of an earlier request must not undo that.
            BreakerState.Isolated => new BreakerStep.Stayed(record with { Request = Close(record.Request, RequestStatus.Voided) }),
            BreakerState.Closed or BreakerState.Open or BreakerState.HalfOpen => Move(
                record, rules, Manual(record, BreakerState.Isolated, BreakerCause.ManualTrip, trip.Command, now)),
            _ => throw new UnreachableException(),
        };

    private static BreakerStep OnReset(
        BreakerRecord record, BreakerSignal.Reset reset, BreakerRules rules, DateTimeOffset now) =>
        record.State switch
        {
            BreakerState.Closed or BreakerState.HalfOpen => new BreakerStep.Refused(BreakerRefusal.WrongState),
            _ when record.CoolDownEndsAt(rules) is { } end && now < end =>
                new BreakerStep.Refused(BreakerRefusal.CoolingDown),
            BreakerState.Open or BreakerState.Isolated => rules.ApprovalsRequired > 1
                ? Ask(record, reset.Command, now)
                : Move(record, rules, Manual(record, BreakerState.HalfOpen, BreakerCause.ManualReset, reset.Command, now)),
            _ => throw new UnreachableException(),
        };

    // Cool-down and states as for every reset: an emergency excuses the second person, not the first look.
    private static BreakerStep OnBreakGlass(
        BreakerRecord record, BreakerSignal.BreakGlass glass, BreakerRules rules, DateTimeOffset now) => record.State switch
        {
            _ when rules.ApprovalsRequired <= 1 => new BreakerStep.Refused(BreakerRefusal.BreakGlassNotNeeded),
            BreakerState.Closed or BreakerState.HalfOpen => new BreakerStep.Refused(BreakerRefusal.WrongState),
            _ when record.CoolDownEndsAt(rules) is { } end && now < end =>
                new BreakerStep.Refused(BreakerRefusal.CoolingDown),
            BreakerState.Open or BreakerState.Isolated => Move(
                record with
                {
                    Unreviewed = [.. record.Unreviewed ?? [], new BreakGlassReset(glass.Command, glass.Justification, now)],
                },
                rules, Manual(record, BreakerState.HalfOpen, BreakerCause.BreakGlass, glass.Command, now)),
            _ => throw new UnreachableException(),
        };

    // In every state: what happened to the breaker since does not excuse anybody from looking.
    private static BreakerStep OnReview(BreakerRecord record, BreakerSignal.Review review)
    {
        var unreviewed = record.Unreviewed ?? [];
        if (unreviewed.FirstOrDefault(reset => reset.Command.CommandId == review.Reviewed) is not { } found)
            return new BreakerStep.Refused(BreakerRefusal.UnknownRequest);
        if (string.Equals(found.Command.ActorId, review.Command.ActorId, StringComparison.Ordinal))
            return new BreakerStep.Refused(BreakerRefusal.SamePerson);

        var left = unreviewed.Remove(found);
        return new BreakerStep.Reviewed(record with { Unreviewed = left.IsEmpty ? null : left });
    }

    private static BreakerStep Ask(BreakerRecord record, TransitionCommand command, DateTimeOffset now)
    {
        if (record.Request is { } standing && standing.IsOpenAt(now))
            return new BreakerStep.Refused(BreakerRefusal.RequestPending);

        var request = ResetRequest.Of(record, command, now);
        return new BreakerStep.Requested(record with { Request = request }, request);
    }

    private static BreakerStep OnApprove(
        BreakerRecord record, BreakerSignal.Approve approve, BreakerRules rules, DateTimeOffset now) =>
        OnRequest(record, approve.Request, now, request =>
            string.Equals(request.Command.ActorId, approve.Command.ActorId, StringComparison.Ordinal)
                ? new BreakerStep.Refused(BreakerRefusal.SamePerson)
                : Move(
                    record, rules,
                    Manual(record, BreakerState.HalfOpen, BreakerCause.ManualReset, approve.Command, now) with
                    {
                        Requested = request.Command,
                    }));

    private static BreakerStep OnDecline(BreakerRecord record, BreakerSignal.Decline decline, DateTimeOffset now) =>
        OnRequest(record, decline.Request, now, request =>
        {
            var declined = request with { Status = RequestStatus.Declined };
            return new BreakerStep.Requested(record with { Request = declined }, declined);
        });

    private static BreakerStep OnRequest(
        BreakerRecord record, Guid id, DateTimeOffset now, Func<ResetRequest, BreakerStep> settle) =>
        record.Request switch
        {
            null => new BreakerStep.Refused(BreakerRefusal.UnknownRequest),
            { } other when other.Id != id => new BreakerStep.Refused(BreakerRefusal.UnknownRequest),
            { } closed when !closed.IsOpenAt(now) => new BreakerStep.Refused(BreakerRefusal.RequestClosed),
            { } open => settle(open),
        };

    private static ResetRequest? Close(ResetRequest? request, RequestStatus status) =>
        request is { Status: RequestStatus.Pending } ? request with { Status = status } : request;

    private static Transition Manual(
        BreakerRecord record, BreakerState to, BreakerCause cause, TransitionCommand command, DateTimeOffset now) =>
        new(record.Scope, record.State, to, record.Version + 1, cause, true, now, null, command.Reason, command);

    private static BreakerStep.Moved Move(BreakerRecord record, BreakerRules rules, Transition transition) =>
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
                Request = null,
                Recent = rules.Flapping is { } guard
                    ? [.. (record.Recent ?? []).Where(at => at >= transition.At - guard.Window), transition.At]
                    : null,
            },
            transition);
}
