using Aura.Engine.Breaker;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>A request to reset as REST and the hub send it; the requester is the opaque id of the account.</summary>
internal sealed record ResetRequestView(
    Guid RequestId, RequestStatus Status, string RequestedBy, DateTimeOffset At, DateTimeOffset ExpiresAt,
    ReasonCode ReasonCode, string Reason, string Evidence)
{
    public static ResetRequestView Of(ResetRequest request) =>
        new(
            request.Id, request.Status, request.Command.ActorId, request.At, request.ExpiresAt,
            request.Command.ReasonCode, request.Command.Reason, request.Evidence.Hex);
}
