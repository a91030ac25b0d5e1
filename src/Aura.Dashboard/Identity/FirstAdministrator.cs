using Aura.Dashboard.Configuration;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>
/// Creates the first administrator from the environment. Both variables are read only while there is no administrator:
/// afterwards they are neither checked nor needed, so they can and should be removed.
/// </summary>
internal sealed partial class FirstAdministrator(
    UserManager<AuraUser> users,
    PasswordChange passwords,
    IConfiguration configuration,
    ILogger<FirstAdministrator> logger)
{
    private const string EmailKey = "AURA_ADMIN_EMAIL";
    private const string PasswordKey = "AURA_ADMIN_PASSWORD";

    /// <exception cref="AuraSettingsException">What the variables say cannot become an administrator.</exception>
    public async Task EnsureAsync()
    {
        if ((await users.GetUsersInRoleAsync(AuraRoles.Administrator)).Count > 0)
            return;

        string email = configuration[EmailKey]?.Trim() ?? string.Empty;
        string password = configuration[PasswordKey] ?? string.Empty;
        if (email.Length == 0 && password.Length == 0)
        {
            Log.Nobody(logger);
            return;
        }

        var user = await FindUnfinishedAsync(email, password)
            ?? new AuraUser { UserName = email, Email = email, EmailConfirmed = true, MustChangePassword = true };
        if (await FaultsAsync(user, email, password) is { Count: > 0 } faults)
            throw new AuraSettingsException(faults);

        if (user.PasswordHash is null)
            Demand(await users.CreateAsync(user, password));
        Demand(await users.AddToRoleAsync(user, AuraRoles.Administrator));
        Log.Created(logger, email);
    }

    // A start that ended between the two writes left the account without its role. Nobody else's account is promoted:
    // it must still wait for its first sign-in, have no role and have exactly this password.
    private async Task<AuraUser?> FindUnfinishedAsync(string email, string password) =>
        email.Length > 0
        && await users.FindByEmailAsync(email) is { MustChangePassword: true } user
        && (await users.GetRolesAsync(user)).Count == 0
        && await users.CheckPasswordAsync(user, password)
            ? user
            : null;

    private async Task<IReadOnlyList<string>> FaultsAsync(AuraUser user, string email, string password)
    {
        bool isNew = user.PasswordHash is null;
        return [.. await EmailFaultsAsync(email, isNew), .. await PasswordFaultsAsync(user, password, isNew)];
    }

    private async Task<IReadOnlyList<string>> EmailFaultsAsync(string email, bool isNew)
    {
        if (email.Length == 0)
            return [$"{EmailKey} is not set, but {PasswordKey} is; accepted are both or neither."];
        if (!AccountEmail.IsAcceptable(email, users.Options.User))
            return [$"{EmailKey} is '{email}'; accepted is an e-mail address such as name@example.org."];
        if (DemoAccounts.All.Any(demo => string.Equals(demo.Email, email, StringComparison.OrdinalIgnoreCase)))
            return [$"{EmailKey} is '{email}'; accepted is the address of a person, not of a demonstration account."];
        if (TripAccount.Is(email))
            return [$"{EmailKey} is '{email}'; accepted is the address of a person, and this one belongs to the verb trip."];
        return isNew && await users.FindByEmailAsync(email) is not null
            ? [$"{EmailKey} is '{email}'; accepted is an address without an account, and this one has an account."]
            : [];
    }

    // The password itself is never repeated: this goes to consoles and log collectors.
    private async Task<IReadOnlyList<string>> PasswordFaultsAsync(AuraUser user, string password, bool isNew) =>
        password.Length == 0 ? [$"{PasswordKey} is not set, but {EmailKey} is; accepted are both or neither."]
        : !isNew ? []
        : [.. (await passwords.FaultsAsync(user, password)).Select(fault => $"{PasswordKey} is refused: {fault}")];

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new AuraSettingsException(
                [.. result.Errors.Select(error => $"{EmailKey} and {PasswordKey} make no account: {error.Description}")]);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information,
            Message = "The first administrator {Email} was created; the first sign-in asks for a new password. "
                + "Remove AURA_ADMIN_EMAIL and AURA_ADMIN_PASSWORD: they are not read any more")]
        public static partial void Created(ILogger logger, string email);

        [LoggerMessage(Level = LogLevel.Warning,
            Message = "There is no administrator. Set AURA_ADMIN_EMAIL and AURA_ADMIN_PASSWORD and start again to create "
                + "the first one")]
        public static partial void Nobody(ILogger logger);
    }
}
