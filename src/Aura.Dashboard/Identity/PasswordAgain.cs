using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>Asks somebody who is signed in for the password once more.</summary>
internal sealed class PasswordAgain(IServiceScopeFactory scopes)
{
    /// <summary>Whether it is right and the account is not locked. A wrong one counts as at the sign-in.</summary>
    public async Task<bool> IsRightAsync(ClaimsPrincipal person, string password)
    {
        // A scope of its own: a circuit keeps its scope for hours, and with it a context that answers from memory.
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<AuraUser>>();
        return await signIn.UserManager.GetUserAsync(person) is { } user
            && (await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true)).Succeeded;
    }
}
