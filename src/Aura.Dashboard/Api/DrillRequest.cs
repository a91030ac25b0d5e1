namespace Aura.Dashboard.Api;

/// <summary>Body of <c>POST alerts/drills</c>. Nullable because a client may leave out anything.</summary>
internal sealed record DrillRequest(string? CommandId, string? Scope, string? Comment);
