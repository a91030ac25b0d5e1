using System.Security.Claims;
using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Aura.Dashboard.Tests.Identity;

/// <summary>Administrators decide who comes in; nobody becomes one, or stops being one, by accident.</summary>
public sealed class AccountRosterTests : IDisposable
{
    private const string Administrator = "admin@aura.demo";
    private const string Operator = "operator@aura.demo";
    private const string Newcomer = "newcomer@example.org";
    private const string FirstPassword = "First-password-1";

    private readonly CapturedLogs _logs = new();
    private readonly AuraHost _host;

    public AccountRosterTests() => _host = new AuraHost().With("Logging:LogLevel:Aura.Dashboard.Identity", "Information")
        .Replacing(services => services.RemoveAll<ILoggerProvider>().AddSingleton<ILoggerProvider>(_logs)).Started();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private AccountRoster Roster => _host.Get<AccountRoster>();

    public void Dispose()
    {
        _host.Dispose();
        _logs.Dispose();
    }

    [Fact]
    public async Task The_list_shows_every_account_with_its_roles_by_address()
    {
        var listed = await ListAsync();

        Assert.Equal(
            ["admin@aura.demo Administrator", "auditor@aura.demo Auditor", "compliance@aura.demo Compliance", "operator@aura.demo Operator"],
            listed.Select(account => $"{account.Email} {string.Join(' ', account.Roles)}"));
        Assert.Equal([Administrator], listed.Where(account => account.IsOwn).Select(account => account.Email));
        Assert.All(listed, account => Assert.Equal((AccountLock.None, false), (account.Locked, account.MustChangePassword)));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_neither_sees_nor_changes_anything()
    {
        string other = (await _host.FindAsync(Administrator)).Id;
        foreach (string email in (string[])[Operator, "compliance@aura.demo", "auditor@aura.demo"])
        {
            var person = await SignInAsync(email);
            Assert.Null(await Roster.ListAsync(person, Cancelled));
            foreach (var refused in (IReadOnlyList<string>[])
            [
                await Roster.CreateAsync(person, Newcomer, FirstPassword, [AuraRoles.Auditor], Cancelled),
                await Roster.ChangeRolesAsync(person, other, [AuraRoles.Auditor], Cancelled),
                await Roster.LockAsync(person, other, Cancelled),
                await Roster.UnlockAsync(person, other, Cancelled),
            ])
                Assert.Equal(["Only an administrator may look at or change accounts."], refused);
        }

        Assert.Equal(4, (await ListAsync()).Count);
    }

    [Fact]
    public async Task A_role_that_was_taken_away_counts_although_the_sign_in_still_carries_it()
    {
        var person = await SignInAsync(Administrator);
        await ChangeAsync(Operator, (users, user) => users.AddToRoleAsync(user, AuraRoles.Administrator));
        await ChangeAsync(Administrator, (users, user) => users.RemoveFromRoleAsync(user, AuraRoles.Administrator));

        Assert.True(person.IsInRole(AuraRoles.Administrator));
        Assert.Null(await Roster.ListAsync(person, Cancelled));
    }

    [Fact]
    public async Task A_new_account_has_its_roles_and_must_choose_a_password()
    {
        Assert.Empty(await CreateAsync(Newcomer, FirstPassword, AuraRoles.Auditor, AuraRoles.Compliance));

        var made = (await ListAsync()).Single(account => string.Equals(account.Email, Newcomer, StringComparison.Ordinal));
        Assert.Equal([AuraRoles.Compliance, AuraRoles.Auditor], made.Roles);
        Assert.True(made.MustChangePassword);
        await using var scope = _host.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<TokenIssuer>().IssueAsync(Newcomer, FirstPassword);
        Assert.Equal(TokenAnswer.NotYet, answer);
    }

    [Fact]
    public async Task What_makes_no_account_is_said_and_leaves_none()
    {
        foreach (var (email, password, role, fault) in ((string, string, string?, string)[])
        [
            ("nobody", FirstPassword, "Auditor", "'nobody' is not an e-mail address such as name@example.org."),
            (Operator, FirstPassword, "Auditor", "Username 'operator@aura.demo' is already taken."),
            (Newcomer, "short", "Auditor", "Passwords must be at least 10 characters."),
            (Newcomer, DemoAccounts.Password, "Auditor", "This is the password of the demonstration accounts, which everybody knows."),
            (Newcomer, FirstPassword, "King", "There is no role 'King'; accepted are Compliance, Operator, Auditor, Administrator."),
            (Newcomer, FirstPassword, null, "An account has at least one role. To shut a person out, lock the account."),
        ])
            Assert.Contains(fault, await CreateAsync(email, password, role is null ? [] : [role]));
        Assert.Equal(4, (await ListAsync()).Count);
    }

    [Fact]
    public async Task Changed_roles_reach_the_next_command_and_the_open_page()
    {
        var person = await SignInAsync(Operator);

        Assert.Empty(await ChangeRolesAsync(Operator, AuraRoles.Auditor));

        Assert.Equal([AuraRoles.Auditor], (await _host.Get<ActorReader>().ReadAsync(person, Cancelled))!.Roles);
        var page = await _host.Get<SignInRecheck>().RecheckAsync(person, Cancelled);
        Assert.Equal((false, true), (page!.IsInRole(AuraRoles.Operator), page.IsInRole(AuraRoles.Auditor)));
    }

    [Fact]
    public async Task A_locked_account_is_signed_out_everywhere_and_comes_in_again_when_it_is_unlocked()
    {
        var person = await SignInAsync(Operator);
        string id = (await _host.FindAsync(Operator)).Id;

        Assert.Empty(await Roster.LockAsync(await SignInAsync(Administrator), id, Cancelled));

        Assert.Null(await _host.Get<ActorReader>().ReadAsync(person, Cancelled));
        Assert.Null(await _host.Get<SignInRecheck>().RecheckAsync(person, Cancelled));
        Assert.Equal(AccountLock.Administrator, (await ListAsync()).Single(account => string.Equals(account.Email, Operator, StringComparison.Ordinal)).Locked);
        await Assert.ThrowsAsync<NullReferenceException>(() => _host.TokenAsync(Operator));

        Assert.Empty(await Roster.UnlockAsync(await SignInAsync(Administrator), id, Cancelled));
        Assert.NotEmpty(await _host.TokenAsync(Operator));
        Assert.Equal(AccountLock.None, (await ListAsync()).Single(account => string.Equals(account.Email, Operator, StringComparison.Ordinal)).Locked);
    }

    [Fact]
    public async Task A_lock_of_wrong_passwords_looks_different_and_can_be_ended()
    {
        var until = DateTimeOffset.UnixEpoch.AddYears(200);
        await ChangeAsync(Operator, (users, user) => users.SetLockoutEndDateAsync(user, until));

        var locked = (await ListAsync()).Single(account => string.Equals(account.Email, Operator, StringComparison.Ordinal));
        Assert.Equal((AccountLock.WrongPasswords, (DateTimeOffset?)until), (locked.Locked, locked.LockedUntil));

        Assert.Empty(await Roster.UnlockAsync(await SignInAsync(Administrator), locked.Id, Cancelled));
        Assert.NotEmpty(await _host.TokenAsync(Operator));
    }

    [Fact]
    public async Task Nobody_changes_their_own_rights()
    {
        var person = await SignInAsync(Administrator);
        string own = (await _host.FindAsync(Administrator)).Id;

        Assert.Equal(["Nobody changes their own roles: another administrator has to."],
            await Roster.ChangeRolesAsync(person, own, [AuraRoles.Administrator, AuraRoles.Operator], Cancelled));
        Assert.Equal(["Nobody changes their own lock: another administrator has to."], await Roster.LockAsync(person, own, Cancelled));
        Assert.Equal([AuraRoles.Administrator], (await ListAsync()).Single(account => account.IsOwn).Roles);
    }

    [Fact]
    public async Task Two_administrators_who_remove_each_other_at_once_leave_one()
    {
        await ChangeAsync(Operator, (users, user) => users.AddToRoleAsync(user, AuraRoles.Administrator));
        var one = await SignInAsync(Administrator);
        var other = await SignInAsync(Operator);
        string oneId = (await _host.FindAsync(Administrator)).Id;
        string otherId = (await _host.FindAsync(Operator)).Id;

        await Task.WhenAll(
            Roster.ChangeRolesAsync(one, otherId, [AuraRoles.Operator], Cancelled),
            Roster.LockAsync(other, oneId, Cancelled));

        Assert.Single(new[] { await Roster.ListAsync(one, Cancelled), await Roster.ListAsync(other, Cancelled) }, list => list is not null);
    }

    [Fact]
    public async Task An_account_that_is_gone_is_said()
    {
        var person = await SignInAsync(Administrator);

        Assert.Equal(["The account is gone."], await Roster.LockAsync(person, "no such account", Cancelled));
    }

    [Fact]
    public async Task Every_change_is_logged_with_who_and_whom_and_never_with_a_password()
    {
        string administrator = (await _host.FindAsync(Administrator)).Id;
        await CreateAsync(Newcomer, FirstPassword, AuraRoles.Auditor);
        string id = (await _host.FindAsync(Newcomer)).Id;
        await ChangeRolesAsync(Newcomer, AuraRoles.Operator);
        await Roster.LockAsync(await SignInAsync(Administrator), id, Cancelled);
        await Roster.UnlockAsync(await SignInAsync(Administrator), id, Cancelled);

        string[] said = [.. _logs.Lines.Where(line => line.Contains(nameof(AccountRoster), StringComparison.Ordinal))];
        Assert.Collection(
            said,
            line => Assert.Contains($"{administrator} created the account {id} with Auditor", line, StringComparison.Ordinal),
            line => Assert.Contains($"{administrator} changed the roles of {id} from Auditor to Operator", line, StringComparison.Ordinal),
            line => Assert.Contains($"{administrator} locked {id} and ended its sign-ins", line, StringComparison.Ordinal),
            line => Assert.Contains($"{administrator} unlocked {id}", line, StringComparison.Ordinal));
        Assert.DoesNotContain(_logs.Lines, line => line.Contains(FirstPassword, StringComparison.Ordinal));
    }

    private async Task<IReadOnlyList<Account>> ListAsync()
    {
        var administrators = await _host.WithUsersAsync(users => users.GetUsersInRoleAsync(AuraRoles.Administrator));
        return (await Roster.ListAsync(await SignInAsync(administrators[0].Email!), Cancelled))!;
    }

    private async Task<IReadOnlyList<string>> CreateAsync(string email, string password, params string[] roles) =>
        await Roster.CreateAsync(await SignInAsync(Administrator), email, password, roles, Cancelled);

    private async Task<IReadOnlyList<string>> ChangeRolesAsync(string email, params string[] roles) =>
        await Roster.ChangeRolesAsync(await SignInAsync(Administrator), (await _host.FindAsync(email)).Id, roles, Cancelled);

    private async Task<ClaimsPrincipal> SignInAsync(string email)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SignInManager<AuraUser>>()
            .CreateUserPrincipalAsync(await _host.FindAsync(email));
    }

    private Task<bool> ChangeAsync(string email, Func<UserManager<AuraUser>, AuraUser, Task<IdentityResult>> change) =>
        _host.WithUsersAsync(async users =>
        {
            var result = await change(users, (await users.FindByEmailAsync(email))!);
            Assert.True(result.Succeeded, result.ToString());
            return true;
        });
}
