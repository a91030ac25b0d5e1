using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>Reads who is acting from the database, at every command: what a cookie or token says may be minutes old.</summary>
internal sealed class ActorReader(IServiceScopeFactory scopes)
{
    /// <summary>The actor, or null when the account is gone or its sign-ins were revoked.</summary>
    public async Task<Actor?> ReadAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // A scope of its own: a circuit keeps its scope for hours, and with it a context that answers from memory.
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AuraUser>>();
        if (await users.GetUserAsync(principal) is not { } user || SignInRecheck.IsRevoked(principal, user))
            return null;

        var roles = await users.GetRolesAsync(user);
        return new Actor(user.Id, user.UserName ?? user.Id, [.. roles.Order(StringComparer.Ordinal)]);
    }
}
