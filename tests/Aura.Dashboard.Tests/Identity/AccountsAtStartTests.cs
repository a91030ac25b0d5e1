using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Identity;

public sealed class AccountsAtStartTests
{
    [Fact]
    public async Task Every_demo_account_signs_in_with_its_one_role()
    {
        using var host = new AuraHost().Started();

        Assert.True(host.Services.GetRequiredService<DemoAccounts>().Enabled);
        foreach (var account in DemoAccounts.All)
        {
            var user = await host.FindAsync(account.Email);
            Assert.True(await host.WithUsersAsync(users => users.CheckPasswordAsync(user, DemoAccounts.Password)));
            Assert.Equal([account.Role], await host.WithUsersAsync(users => users.GetRolesAsync(user)));
        }
    }

    [Fact]
    public async Task Outside_development_there_are_roles_and_no_demo_accounts()
    {
        using var host = new AuraHost { Environment = "Production" }.Started();

        await using var scope = host.Services.CreateAsyncScope();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole>>();
        foreach (string role in AuraRoles.All)
            Assert.True(await roles.RoleExistsAsync(role));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => host.FindAsync("operator@aura.demo"));
        Assert.False(host.Services.GetRequiredService<DemoAccounts>().Enabled);
    }

    [Fact]
    public void Outside_development_a_database_with_demo_accounts_is_refused()
    {
        using var demo = new AuraHost().Started();
        using var host = new AuraHost(demo.Folder) { Environment = "Production" };

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.Equal(
            [
                "ASPNETCORE_ENVIRONMENT is 'Production'; demo accounts accept only Development.",
                "Storage:ConnectionString leads to a database that holds compliance@aura.demo, operator@aura.demo, "
                    + "auditor@aura.demo, admin@aura.demo; accepted here is a database without demo accounts, "
                    + "because everybody knows their password.",
            ],
            refused.Errors);
    }

    [Fact]
    public void On_an_open_address_a_database_with_demo_accounts_is_refused()
    {
        using var demo = new AuraHost().Started();
        using var host = new AuraHost(demo.Folder).With("urls", "http://*:5080");

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.StartsWith("urls is 'http://*:5080';", refused.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_account_with_another_address_is_still_recognised()
    {
        using var demo = new AuraHost().Started();
        await demo.WithUsersAsync(async users =>
        {
            foreach (var account in DemoAccounts.All)
                await users.SetEmailAsync((await users.FindByNameAsync(account.Email))!, "x" + account.Email);
            return true;
        });
        using var host = new AuraHost(demo.Folder) { Environment = "Production" };

        Assert.Throws<AuraSettingsException>(host.Started);
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        using var first = new AuraHost().Started();
        var before = await first.FindAsync("auditor@aura.demo");
        using var second = new AuraHost(first.Folder).Started();

        var after = await second.FindAsync("auditor@aura.demo");

        Assert.Equal(before.Id, after.Id);
        Assert.Equal(before.ConcurrencyStamp, after.ConcurrencyStamp);
    }
}
