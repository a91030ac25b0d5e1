namespace Aura.Dashboard.Api;

/// <summary>
/// Body of <c>POST alerts/{number}/acknowledge</c>, <c>end-drill</c> and <c>alerts/silences/{id}/end</c>. Nullable because a client may leave
/// out anything.
/// </summary>
internal sealed record AlertCommandRequest(string? CommandId, string? Comment);
