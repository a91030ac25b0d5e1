namespace Aura.Dashboard.Api;

/// <summary>Answer of <c>POST token</c>; <paramref name="ExpiresIn"/> is in seconds.</summary>
internal sealed record TokenResponse(string AccessToken, int ExpiresIn);
