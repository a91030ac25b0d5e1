using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Identity;

/// <summary>What a sign-in says about its person, beside name and roles.</summary>
internal sealed class AuraClaims(
    UserManager<AuraUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options, TimeProvider time)
    : UserClaimsPrincipalFactory<AuraUser, IdentityRole>(users, roles, options)
{
    private const string MustChangePassword = "aura.must-change-password";

    private const string SignedIn = "aura.signed-in";

    /// <summary>When the person last proved who they are; null for a sign-in that does not say.</summary>
    public static DateTimeOffset? SignedInAt(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(SignedIn), NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Gives a renewed sign-in the time of the old one: reading the roles again proves nothing about the person.</summary>
    public static void KeepSignedInAt(ClaimsPrincipal? before, ClaimsPrincipal renewed)
    {
        foreach (var identity in renewed.Identities)
        {
            foreach (var claim in identity.FindAll(SignedIn).ToList())
                identity.RemoveClaim(claim);
        }

        if (before?.FindFirst(SignedIn) is { } kept && renewed.Identity is ClaimsIdentity own)
            own.AddClaim(new Claim(kept.Type, kept.Value));
    }

    public static bool MustChange(ClaimsPrincipal principal) => principal.HasClaim(MustChangePassword, bool.TrueString);

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AuraUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(
            SignedIn, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(MustChangePassword, bool.TrueString));
        return identity;
    }
}
