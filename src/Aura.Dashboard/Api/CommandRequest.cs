namespace Aura.Dashboard.Api;

/// <summary>Body of <c>POST breakers/{scope}/trip</c> and <c>reset</c>. Nullable because a client may leave out anything.</summary>
internal sealed record CommandRequest(string? CommandId, long? ExpectedVersion, string? ReasonCode, string? Reason);
