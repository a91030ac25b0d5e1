namespace Aura.Dashboard.Identity;

/// <summary>A bearer token and the seconds for which it is accepted.</summary>
internal sealed record AccessToken(string Value, int ExpiresInSeconds);
