namespace Aura.Dashboard.Api;

/// <summary>Body of <c>POST token</c>. Both are nullable because a client may leave out anything.</summary>
internal sealed record TokenRequest(string? Email, string? Password);
