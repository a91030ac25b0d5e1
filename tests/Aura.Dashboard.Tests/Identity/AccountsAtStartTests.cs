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

    [Theory]
    [InlineData("urls", "http://*:5080", "urls is 'http://*:5080';")]
    [InlineData("urls", "http://0.0.0.0:5080", "urls is 'http://0.0.0.0:5080';")]
    [InlineData("http_ports", "8080", "http_ports is '8080';")]
    [InlineData("https_ports", "8443", "https_ports is '8443';")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://+:80", "Kestrel:Endpoints:Http:Url is 'http://+:80';")]
    public void On_an_open_address_a_database_with_demo_accounts_is_refused(string key, string value, string expected)
    {
        using var demo = new AuraHost().Started();
        using var host = new AuraHost(demo.Folder).With("urls", "").With(key, value);

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.StartsWith(expected, refused.Errors[0], StringComparison.Ordinal);
        Assert.Equal(2, refused.Errors.Count);
    }

    [Theory]
    [InlineData("http_ports", "8080")]
    [InlineData("urls", "http://localhost:5080;http://+:5081")]
    public async Task On_an_open_address_no_demo_account_is_made(string key, string value)
    {
        using var host = new AuraHost().With("urls", "").With(key, value).Started();

        Assert.False(host.Get<DemoAccounts>().Enabled);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => host.FindAsync("operator@aura.demo"));
    }

    [Fact]
    public async Task One_demo_account_that_is_left_is_enough_for_a_refusal()
    {
        using var demo = new AuraHost().Started();
        foreach (var account in DemoAccounts.All.Skip(1))
            await demo.WithUsersAsync(async users => await users.DeleteAsync((await users.FindByEmailAsync(account.Email))!));
        using var host = new AuraHost(demo.Folder) { Environment = "Production" };

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.Contains("a database that holds compliance@aura.demo;", refused.Errors[^1], StringComparison.Ordinal);
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
