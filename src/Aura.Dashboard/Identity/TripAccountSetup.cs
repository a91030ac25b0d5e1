using Aura.Dashboard.Configuration;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>Sets the verb's account up from the environment, at every start that names a credential.</summary>
internal sealed partial class TripAccountSetup(
    UserManager<AuraUser> users, IConfiguration configuration, ILogger<TripAccountSetup> logger)
{
    /// <exception cref="AuraSettingsException">The credential is too short, or a person has the account's address.</exception>
    public async Task EnsureAsync()
    {
        // Without the variable nothing changes: a start from another shell must not take the kill switch away.
        if (configuration[TripAccount.CredentialKey] is not { Length: > 0 } credential)
            return;

        // The credential itself is never repeated: this goes to consoles and log collectors.
        if (credential.Length < TripAccount.ShortestCredential)
            throw new AuraSettingsException(
            [
                $"{TripAccount.CredentialKey} has {credential.Length} characters; accepted are "
                    + $"{TripAccount.ShortestCredential} or more, best from a generator.",
            ]);

        var user = await users.FindByEmailAsync(TripAccount.Email);
        if (user?.PasswordHash is not null)
            throw new AuraSettingsException(
            [
                $"{TripAccount.CredentialKey} needs the account {TripAccount.Email}, which has a password and so belongs to "
                    + "a person; accepted is a database where nobody can sign in to it.",
            ]);

        if (user is null)
            Demand(await users.CreateAsync(
                user = new AuraUser { UserName = TripAccount.Email, Email = TripAccount.Email, EmailConfirmed = true }));
        if ((await users.GetRolesAsync(user)).Count == 0)
            Demand(await users.AddToRoleAsync(user, AuraRoles.Operator));
        if (await HasAsync(user, credential))
            return;

        Demand(await users.SetAuthenticationTokenAsync(
            user, TripAccount.Provider, TripAccount.Name, users.PasswordHasher.HashPassword(user, credential)));
        Log.Ready(logger, user.Id);
    }

    private async Task<bool> HasAsync(AuraUser user, string credential) =>
        await users.GetAuthenticationTokenAsync(user, TripAccount.Provider, TripAccount.Name) is { } hash
        && users.PasswordHasher.VerifyHashedPassword(user, hash, credential) is not PasswordVerificationResult.Failed;

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(
                $"{TripAccount.Email} could not be prepared: "
                + string.Join(' ', result.Errors.Select(error => error.Description)));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information,
            Message = "The verb trip has a new credential; it acts as account {AccountId}")]
        public static partial void Ready(ILogger logger, string accountId);
    }
}
