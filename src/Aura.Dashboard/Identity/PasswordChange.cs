using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>Replaces a password that somebody else chose by one that only its person knows.</summary>
internal sealed class PasswordChange(UserManager<AuraUser> users)
{
    /// <summary>Every reason why the new password was not taken; empty means that it is in force.</summary>
    public async Task<IReadOnlyList<string>> TryAsync(AuraUser user, string password)
    {
        if (await FaultsAsync(user, password) is { Count: > 0 } faults)
            return faults;

        // One write for password, flag and stamp: there is no moment in which the account has no password, or has the
        // new one and is still asked for it. The new stamp ends every other sign-in with the old password.
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.MustChangePassword = false;
        var result = await users.UpdateSecurityStampAsync(user);
        return [.. result.Errors.Select(error => error.Description)];
    }

    /// <summary>What is wrong with a password for this account; empty accepts it.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(AuraUser user, string password)
    {
        var faults = new List<string>();
        foreach (var validator in users.PasswordValidators)
            faults.AddRange((await validator.ValidateAsync(users, user, password)).Errors.Select(error => error.Description));
        if (string.Equals(password, DemoAccounts.Password, StringComparison.Ordinal))
            faults.Add("This is the password of the demonstration accounts, which everybody knows.");
        if (user.PasswordHash is not null && await users.CheckPasswordAsync(user, password))
            faults.Add("The new password must differ from the present one.");
        return faults;
    }
}
