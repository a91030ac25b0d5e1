using Aura.Dashboard.Configuration;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>Brings roles and demo accounts in order after the migration and before anything listens.</summary>
internal sealed partial class AccountPreparation(
    UserManager<AuraUser> users,
    RoleManager<IdentityRole> roles,
    DemoAccounts demo,
    FirstAdministrator administrator,
    TripAccountSetup trip,
    IConfiguration configuration,
    IHostEnvironment environment,
    ILogger<AccountPreparation> logger)
{
    /// <exception cref="AuraSettingsException">
    /// The database holds demo accounts where they must not exist, or there is no way to make the first administrator.
    /// </exception>
    public async Task PrepareAsync()
    {
        if (!demo.Enabled)
            await RefuseDemoAccountsAsync();

        foreach (string role in AuraRoles.All)
        {
            if (!await roles.RoleExistsAsync(role))
                Demand(await roles.CreateAsync(new IdentityRole(role)));
        }

        if (demo.Enabled)
        {
            foreach (var account in DemoAccounts.All)
                await EnsureAsync(account);
            Log.DemoAccountsReady(logger, DemoAccounts.All.Count);
        }

        // After the demo accounts, one of which is an administrator.
        await administrator.EnsureAsync();
        await trip.EnsureAsync();
    }

    private async Task RefuseDemoAccountsAsync()
    {
        var present = new List<string>();
        foreach (var account in DemoAccounts.All)
        {
            if (await FindAsync(account) is not null)
                present.Add(account.Email);
        }

        if (present.Count > 0)
        {
            throw new AuraSettingsException(
            [
                .. DemoAccountsRule.FindObstacles(configuration, environment),
                $"Storage:ConnectionString leads to a database that holds {string.Join(", ", present)}; "
                    + "accepted here is a database without demo accounts, because everybody knows their password.",
            ]);
        }
    }

    private async Task EnsureAsync(DemoAccount account)
    {
        var user = await FindAsync(account);
        if (user is null)
        {
            user = new AuraUser { UserName = account.Email, Email = account.Email, EmailConfirmed = true };
            Demand(await users.CreateAsync(user, DemoAccounts.Password));
        }

        // Also for an account that is there: a start that ended between the two writes left one without its role.
        // An account whose role somebody changed keeps the change.
        if ((await users.GetRolesAsync(user)).Count == 0)
            Demand(await users.AddToRoleAsync(user, account.Role));
    }

    // By name too: changing the address of a demo account does not change its password.
    private async Task<AuraUser?> FindAsync(DemoAccount account) =>
        await users.FindByEmailAsync(account.Email) ?? await users.FindByNameAsync(account.Email);

    private static void Demand(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(
                "An account or role could not be prepared: "
                + string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information,
            Message = "{Count} demo accounts are ready; their password is public, and only this machine can reach them")]
        public static partial void DemoAccountsReady(ILogger logger, int count);
    }
}
