namespace Aura.Dashboard.Api;

/// <summary>202: the reset waits for a second person.</summary>
internal sealed record ApprovalRequestedResponse(Guid RequestId, DateTimeOffset ExpiresAt);
