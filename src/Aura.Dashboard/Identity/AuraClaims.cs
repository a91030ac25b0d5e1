using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Identity;

/// <summary>What a sign-in says about its person, beside name and roles.</summary>
internal sealed class AuraClaims(
    UserManager<AuraUser> users, RoleManager<IdentityRole> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AuraUser, IdentityRole>(users, roles, options)
{
    private const string MustChangePassword = "aura.must-change-password";

    public static bool MustChange(ClaimsPrincipal principal) => principal.HasClaim(MustChangePassword, bool.TrueString);

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AuraUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(MustChangePassword, bool.TrueString));
        return identity;
    }
}
