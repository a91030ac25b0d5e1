namespace Aura.Dashboard.Api;

/// <summary>Body of <c>POST alerts/silences</c>. Nullable because a client may leave out anything.</summary>
internal sealed record SilenceRequest(string? CommandId, string? Scope, string? Kind, string? Until, string? Comment);
