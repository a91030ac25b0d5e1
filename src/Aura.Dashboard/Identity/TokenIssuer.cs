using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Identity;

/// <summary>Exchanges a password for a bearer token.</summary>
internal sealed class TokenIssuer(
    SignInManager<AuraUser> signIn,
    UnknownAccount unknown,
    IOptionsMonitor<BearerTokenOptions> options,
    TimeProvider clock)
{
    public async Task<TokenAnswer> IssueAsync(string email, string password)
    {
        var users = signIn.UserManager;
        // The verb's account is nobody here; its wrong attempts are not those of strangers at this door.
        var user = TripAccount.Is(email) ? null : await users.FindByEmailAsync(email);
        var result = user is null
            ? SignInResult.NotAllowed
            : await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (user is not null && result.Succeeded)
            return user.MustChangePassword
                ? TokenAnswer.NotYet
                : new TokenAnswer(await ProtectAsync(user), MustChangePassword: false);

        // These two refusals did not look at the password.
        if (user is null || result.IsLockedOut)
            unknown.Check(users.PasswordHasher, password);
        return TokenAnswer.Refused;
    }

    private async Task<AccessToken> ProtectAsync(AuraUser user)
    {
        // Signing in through the scheme would also hand out a refresh token, which outlives the 15 minutes on purpose.
        // The ticket is the one that the scheme itself would protect.
        var bearer = options.Get(AuraSchemes.Bearer);
        var properties = new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow() + bearer.BearerTokenExpiration };
        var ticket = new AuthenticationTicket(
            await signIn.CreateUserPrincipalAsync(user), properties, $"{AuraSchemes.Bearer}:AccessToken");
        return new AccessToken(
            bearer.BearerTokenProtector.Protect(ticket), (int)bearer.BearerTokenExpiration.TotalSeconds);
    }
}
