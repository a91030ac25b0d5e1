using Aura.Dashboard.Configuration;
using Aura.Dashboard.Identity;

namespace Aura.Dashboard.Tests.Identity;

/// <summary>Every case starts from a production host whose two variables are right, and breaks one thing.</summary>
public sealed class FirstAdministratorTests : IDisposable
{
    private const string Email = "ada@example.org";
    private const string Password = "First-Login-42";

    private readonly string _folder = Directory.CreateTempSubdirectory("aura-admin-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_variables_create_an_administrator_who_must_change_the_password()
    {
        using var host = Host().Started();

        var user = await host.FindAsync(Email);
        Assert.True(user.MustChangePassword);
        Assert.Equal([AuraRoles.Administrator], await host.WithUsersAsync(users => users.GetRolesAsync(user)));
        Assert.True(await host.WithUsersAsync(users => users.CheckPasswordAsync(user, Password)));
    }

    [Fact]
    public async Task Without_the_variables_nobody_is_created_and_the_host_starts()
    {
        using var host = Host(email: null, password: null).Started();

        Assert.Empty(await host.WithUsersAsync(users => users.GetUsersInRoleAsync(AuraRoles.Administrator)));
    }

    [Fact]
    public async Task While_there_is_an_administrator_the_variables_are_not_even_checked()
    {
        using (Host().Started())
        {
        }

        using var second = Host(email: "not an address", password: "short").Started();

        Assert.Equal(
            [Email],
            (await second.WithUsersAsync(users => users.GetUsersInRoleAsync(AuraRoles.Administrator)))
                .Select(user => user.Email));
    }

    [Fact]
    public async Task A_demonstration_has_an_administrator_already()
    {
        using var host = new AuraHost(_folder).With("AURA_ADMIN_EMAIL", Email).With("AURA_ADMIN_PASSWORD", Password).Started();

        await Assert.ThrowsAsync<KeyNotFoundException>(() => host.FindAsync(Email));
    }

    [Theory]
    [InlineData(null, Password, "AURA_ADMIN_EMAIL is not set, but AURA_ADMIN_PASSWORD is; accepted are both or neither.")]
    [InlineData(Email, null, "AURA_ADMIN_PASSWORD is not set, but AURA_ADMIN_EMAIL is; accepted are both or neither.")]
    [InlineData("ada", Password, "AURA_ADMIN_EMAIL is 'ada'; accepted is an e-mail address such as name@example.org.")]
    [InlineData("ada@", Password, "AURA_ADMIN_EMAIL is 'ada@'; accepted is an e-mail address")]
    [InlineData("ada@home", Password, "AURA_ADMIN_EMAIL is 'ada@home'; accepted is an e-mail address")]
    [InlineData("a b@example.org", Password, "AURA_ADMIN_EMAIL is 'a b@example.org'; accepted is an e-mail address")]
    [InlineData("Admin@aura.demo", Password, "AURA_ADMIN_EMAIL is 'Admin@aura.demo'; accepted is the address of a person")]
    [InlineData(Email, "Sh0rt-one", "AURA_ADMIN_PASSWORD is refused: Passwords must be at least 10 characters.")]
    [InlineData(Email, "no-capital-1", "AURA_ADMIN_PASSWORD is refused: Passwords must have at least one uppercase")]
    [InlineData(Email, "Aura-demo-1", "AURA_ADMIN_PASSWORD is refused: This is the password of the demonstration")]
    public void What_cannot_become_an_administrator_stops_the_host(string? email, string? password, string expected)
    {
        using var host = Host(email, password);

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.StartsWith(expected, Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_reported_together_and_none_repeats_the_password()
    {
        using var host = Host("ada", "hunter");

        var refused = Assert.Throws<AuraSettingsException>(host.Started);

        Assert.True(refused.Errors.Count >= 3, refused.Message);
        Assert.DoesNotContain("hunter", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_s_account_is_not_promoted()
    {
        using (var first = Host(email: null, password: null).Started())
            await first.WithUsersAsync(users => users.CreateAsync(
                new AuraUser { UserName = Email, Email = Email }, Password));
        using var second = Host();

        var refused = Assert.Throws<AuraSettingsException>(second.Started);

        Assert.StartsWith(
            $"AURA_ADMIN_EMAIL is '{Email}'; accepted is an address without an account", Assert.Single(refused.Errors),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Password, true)]
    [InlineData("Another-Password-1", false)]
    public async Task An_account_that_an_interrupted_start_left_without_its_role_is_finished(string password, bool finished)
    {
        using (var first = Host(email: null, password: null).Started())
            await first.WithUsersAsync(users => users.CreateAsync(
                new AuraUser { UserName = Email, Email = Email, MustChangePassword = true }, Password));
        using var second = Host(Email, password);

        if (!finished)
        {
            Assert.Throws<AuraSettingsException>(second.Started);
            return;
        }

        second.Started();
        Assert.True(await second.WithUsersAsync(async users =>
            await users.IsInRoleAsync((await users.FindByEmailAsync(Email))!, AuraRoles.Administrator)));
    }

    private AuraHost Host(string? email = Email, string? password = Password)
    {
        var host = new AuraHost(_folder) { Environment = "Production" };
        if (email is not null)
            host.With("AURA_ADMIN_EMAIL", email);
        if (password is not null)
            host.With("AURA_ADMIN_PASSWORD", password);
        return host;
    }
}
