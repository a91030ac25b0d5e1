using System.Security.Claims;
using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Identity;

public sealed class FreshRolesTests : IDisposable
{
    private const string Email = "operator@aura.demo";

    private readonly AuraHost _host = new AuraHost().Started();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task An_actor_has_id_name_and_roles()
    {
        var principal = await SignInAsync();

        var actor = await ReadAsync(principal);

        Assert.NotNull(actor);
        Assert.Equal((await _host.FindAsync(Email)).Id, actor.Id);
        Assert.Equal(Email, actor.Name);
        Assert.Equal([AuraRoles.Operator], actor.Roles);
    }

    [Fact]
    public async Task A_role_taken_away_after_the_sign_in_is_gone_at_the_next_command()
    {
        var principal = await SignInAsync();
        await ReadAsync(principal);

        await ChangeAsync((users, user) => users.RemoveFromRoleAsync(user, AuraRoles.Operator));

        Assert.True(principal.IsInRole(AuraRoles.Operator));
        Assert.Empty((await ReadAsync(principal))!.Roles);
    }

    [Fact]
    public async Task Roles_come_in_one_order()
    {
        await ChangeAsync((users, user) => users.AddToRolesAsync(user, [AuraRoles.Compliance, AuraRoles.Auditor]));

        var actor = await ReadAsync(await SignInAsync());

        Assert.Equal([AuraRoles.Auditor, AuraRoles.Compliance, AuraRoles.Operator], actor!.Roles);
    }

    [Fact]
    public async Task A_deleted_account_is_nobody()
    {
        var principal = await SignInAsync();
        await ChangeAsync((users, user) => users.DeleteAsync(user));

        Assert.Null(await ReadAsync(principal));
        Assert.Null(await RecheckAsync(principal));
    }

    [Fact]
    public async Task A_revoked_sign_in_is_nobody()
    {
        var principal = await SignInAsync();
        await ChangeAsync((users, user) => users.UpdateSecurityStampAsync(user));

        Assert.Null(await ReadAsync(principal));
        Assert.Null(await RecheckAsync(principal));
    }

    [Fact]
    public async Task A_stranger_is_nobody() => Assert.Null(await ReadAsync(new ClaimsPrincipal()));

    [Fact]
    public async Task A_circuit_keeps_its_principal_while_nothing_changes()
    {
        var principal = await SignInAsync();

        Assert.Same(principal, await RecheckAsync(principal));
    }

    [Fact]
    public async Task A_circuit_receives_changed_roles()
    {
        var principal = await SignInAsync();
        await ChangeAsync((users, user) => users.RemoveFromRoleAsync(user, AuraRoles.Operator));
        await ChangeAsync((users, user) => users.AddToRoleAsync(user, AuraRoles.Auditor));

        var current = await RecheckAsync(principal);

        Assert.NotNull(current);
        Assert.False(current.IsInRole(AuraRoles.Operator));
        Assert.True(current.IsInRole(AuraRoles.Auditor));
    }

    [Fact]
    public async Task Wrong_passwords_of_somebody_else_do_not_end_a_circuit()
    {
        var principal = await SignInAsync();
        await ChangeAsync((users, user) => users.SetLockoutEndDateAsync(user, DateTimeOffset.MaxValue));

        Assert.Same(principal, await RecheckAsync(principal));
    }

    [Fact]
    public async Task A_circuit_checks_its_sign_in_again()
    {
        await using var scope = _host.Services.CreateAsyncScope();

        Assert.IsType<CircuitSignInState>(scope.ServiceProvider.GetRequiredService<AuthenticationStateProvider>());
    }

    private Task<Actor?> ReadAsync(ClaimsPrincipal principal) => _host.Services.GetRequiredService<ActorReader>()
        .ReadAsync(principal, TestContext.Current.CancellationToken);

    private Task<ClaimsPrincipal?> RecheckAsync(ClaimsPrincipal principal) => _host.Services
        .GetRequiredService<SignInRecheck>().RecheckAsync(principal, TestContext.Current.CancellationToken);

    private async Task<ClaimsPrincipal> SignInAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInManager<AuraUser>>()
            .CreateUserPrincipalAsync(await _host.FindAsync(Email));
    }

    private Task<bool> ChangeAsync(Func<UserManager<AuraUser>, AuraUser, Task<IdentityResult>> change) =>
        _host.WithUsersAsync(async users =>
        {
            var result = await change(users, (await users.FindByEmailAsync(Email))!);
            Assert.True(result.Succeeded, result.ToString());
            return true;
        });
}
