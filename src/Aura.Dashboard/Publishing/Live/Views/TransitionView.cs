using Aura.Engine.Breaker;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>A change of state as REST and the hub send it; the actor is the opaque id of the account.</summary>
internal sealed record TransitionView(
    string Scope, BreakerState From, BreakerState To, long Version, BreakerCause Cause, bool IsManual, string? Actor,
    DateTimeOffset At, ReasonCode? ReasonCode, string Reason, Guid? CommandId, long? Round,
    string? RequestedBy)
{
    public static TransitionView Of(Transition transition) =>
        new(
            transition.Scope.Value, transition.From, transition.To, transition.Version, transition.Cause,
            transition.IsManual, transition.Command?.ActorId, transition.At, transition.Command?.ReasonCode,
            transition.Detail, transition.Command?.CommandId, transition.Round?.Value,
            transition.Requested?.ActorId);
}
