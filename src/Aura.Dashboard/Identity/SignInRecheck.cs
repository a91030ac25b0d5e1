using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Identity;

/// <summary>Compares a sign-in that is still in use with what the database says now.</summary>
internal sealed class SignInRecheck(IServiceScopeFactory scopes, IOptions<IdentityOptions> options)
{
    /// <summary>
    /// The principal itself while nothing changed, a new one when the roles differ, null when the sign-in has ended.
    /// </summary>
    public async Task<ClaimsPrincipal?> RecheckAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<AuraUser>>();

        // A lockout does not end a sign-in: it counts wrong passwords, which anybody can type, and nobody outside may
        // be able to take the trip button from an operator. Revoking is the security stamp's job.
        if (await users.GetUserAsync(principal) is not { } user || IsRevoked(principal, user))
            return null;

        var roleClaim = options.Value.ClaimsIdentity.RoleClaimType;
        var held = principal.FindAll(roleClaim).Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal);
        if (held.SetEquals(await users.GetRolesAsync(user)))
            return principal;

        var factory = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<AuraUser>>();
        var renewed = await factory.CreateAsync(user);
        AuraClaims.KeepSignedInAt(principal, renewed);
        return renewed;
    }

    /// <summary>True when the password or another credential changed after this sign-in.</summary>
    public static bool IsRevoked(ClaimsPrincipal principal, AuraUser user) =>
        principal.FindFirstValue(new ClaimsIdentityOptions().SecurityStampClaimType) is { } stamp
        && !string.Equals(stamp, user.SecurityStamp, StringComparison.Ordinal);
}
