using System.Diagnostics;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>Renders refusals of one command, and counts them against the actor's minute.</summary>
internal sealed record RefusedCommand(EngineState State, OperatorCommand Command, DateTimeOffset Now)
{
    /// <summary>Refuses; the refusal is an entry unless the actor had too many of them within a minute.</summary>
    public CommandOutcome Because(BreakerRefusal refusal, string reason, DateTimeOffset? retryAt = null)
    {
        var answer = new CommandAnswer(Command.CommandId, CommandStatus.Refused, null, refusal, reason, retryAt);
        return RefusalWindow.Add(State.Refusals, Command.Actor.Id, Now) is { } windows
            ? new CommandOutcome(State with { Refusals = windows }, answer)
            : new CommandOutcome(State, answer, IsSummarised: true);
    }

    /// <summary>Refuses because the breaker's table says so.</summary>
    public CommandOutcome ByMachine(BreakerRefusal refusal, BreakerRecord breaker, BreakerRules rules) => refusal switch
    {
        BreakerRefusal.CoolingDown when breaker.CoolDownEndsAt(rules) is { } end => Because(
            refusal,
            $"The cool-down lasts until {InstantText.Of(end)}, {Math.Ceiling((end - Now).TotalSeconds)} s more.",
            end),
        BreakerRefusal.WrongState => Because(refusal, $"A breaker that is {breaker.State} cannot be reset."),
        BreakerRefusal.RequestPending when breaker.Request is { } standing => Because(
            refusal, $"The request {standing.Id} waits for its approval until {InstantText.Of(standing.ExpiresAt)}."),
        BreakerRefusal.BreakGlassNotNeeded => Because(refusal, "One person may reset here: there is no glass to break."),
        BreakerRefusal.UnknownRequest when Command.Kind is CommandKind.Review => Because(
            refusal, $"The breaker {breaker.Scope} has no break-glass reset {Command.RequestId} that waits for a review."),
        BreakerRefusal.SamePerson when Command.Kind is CommandKind.Review => Because(
            refusal, "Who broke the glass cannot review it: somebody else has to look."),
        BreakerRefusal.UnknownRequest => Because(
            refusal, $"The breaker {breaker.Scope} has no request {Command.RequestId}."),
        BreakerRefusal.RequestClosed when breaker.Request is { } closed => Because(
            refusal, $"The request {closed.Id} can no longer be decided: {Ending(closed)}."),
        BreakerRefusal.SamePerson => Because(refusal, "Who asked for a reset cannot approve it: two people are needed."),
        _ => throw new UnreachableException(),
    };

    private static string Ending(ResetRequest request) => request.Status switch
    {
        RequestStatus.Declined => "it was declined",
        RequestStatus.Voided => "the breaker was tripped again meanwhile",
        RequestStatus.Pending => $"it expired at {InstantText.Of(request.ExpiresAt)}",
        _ => throw new UnreachableException(),
    };
}
