using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>
/// Who has an account and what it may do: read and changed by administrators only, whose role is read from the database at
/// every call. Every method that changes something returns the reasons why it did not; none means that it did.
/// </summary>
internal sealed partial class AccountRoster(
    IServiceScopeFactory scopes, ActorReader actors, TimeProvider time, ILogger<AccountRoster> logger) : IDisposable
{
    private const string NotPermitted = "Only an administrator may look at or change accounts.";

    private const string NobodyLeft = "Somebody has to remain an administrator; nothing was changed.";

    // One change at a time, so that what was checked still holds when it is written.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Every account by address; null for whoever is not an administrator.</summary>
    public async Task<IReadOnlyList<Account>?> ListAsync(ClaimsPrincipal person, CancellationToken cancellationToken)
    {
        if (await AdministratorAsync(person, cancellationToken) is not { } administrator)
            return null;

        await using var scope = scopes.CreateAsyncScope();
        var users = UsersOf(scope);
        var rolesOf = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (string role in AuraRoles.All)
            foreach (var holder in await users.GetUsersInRoleAsync(role))
                (rolesOf.TryGetValue(holder.Id, out var held) ? held : rolesOf[holder.Id] = []).Add(role);
        return
        [
            .. users.Users.AsEnumerable()
                .OrderBy(user => user.Email, StringComparer.OrdinalIgnoreCase)
                .Select(user => new Account(
                    user.Id, user.Email ?? user.UserName ?? user.Id, rolesOf.GetValueOrDefault(user.Id) ?? [],
                    user.MustChangePassword, LockOf(user),
                    LockOf(user) is AccountLock.WrongPasswords ? user.LockoutEnd : null,
                    string.Equals(user.Id, administrator.Id, StringComparison.Ordinal))),
        ];
    }

    /// <summary>Makes an account whose first password must be replaced at the first sign-in.</summary>
    public Task<IReadOnlyList<string>> CreateAsync(
        ClaimsPrincipal person, string email, string password, IReadOnlyCollection<string> roles,
        CancellationToken cancellationToken) =>
        ChangeAsync(person, async (administrator, scope) =>
        {
            var users = UsersOf(scope);
            var user = new AuraUser { UserName = email, Email = email, EmailConfirmed = true, MustChangePassword = true };
            if (!AccountEmail.IsAcceptable(email, users.Options.User))
                return [$"'{email}' is not an e-mail address such as name@example.org."];
            if (TripAccount.Is(email))
                return [$"'{email}' belongs to the verb trip and to no person."];
            if (FaultOf(roles) is { } fault)
                return [fault];
            if (await scope.ServiceProvider.GetRequiredService<PasswordChange>().FaultsAsync(user, password) is { Count: > 0 } faults)
                return faults;

            var result = await users.CreateAsync(user, password);
            if (result.Succeeded && !(result = await users.AddToRolesAsync(user, roles)).Succeeded)
                await users.DeleteAsync(user);
            if (result.Succeeded)
                Log.Created(logger, administrator.Id, user.Id, Ordered(roles));
            return Faults(result);
        }, cancellationToken);

    /// <summary>Gives an account exactly these roles; open pages follow within half a minute, commands at once.</summary>
    public Task<IReadOnlyList<string>> ChangeRolesAsync(
        ClaimsPrincipal person, string accountId, IReadOnlyCollection<string> roles, CancellationToken cancellationToken) =>
        ChangeOtherAsync(person, accountId, "roles", async (administrator, users, user) =>
        {
            if (TripAccount.Is(user.Email))
                return ["The verb trip needs the role Operator and no other. To shut it out, lock the account."];
            if (FaultOf(roles) is { } fault)
                return [fault];

            var held = await users.GetRolesAsync(user);
            var result = await users.AddToRolesAsync(user, roles.Except(held, StringComparer.Ordinal));
            if (result.Succeeded)
                result = await users.RemoveFromRolesAsync(user, held.Except(roles, StringComparer.Ordinal));
            if (result.Succeeded && !await HasAdministratorAsync(users))
                return [.. Faults(await users.AddToRoleAsync(user, AuraRoles.Administrator)), NobodyLeft];
            if (result.Succeeded)
                Log.RolesChanged(logger, administrator.Id, user.Id, Ordered(held), Ordered(roles));
            return Faults(result);
        }, cancellationToken);

    /// <summary>Locks an account and ends all its sign-ins.</summary>
    public Task<IReadOnlyList<string>> LockAsync(
        ClaimsPrincipal person, string accountId, CancellationToken cancellationToken) =>
        ChangeOtherAsync(person, accountId, "lock", async (administrator, users, user) =>
        {
            // One write for the lock and the stamp: there is no moment in which the account is locked and still signed in.
            user.LockoutEnabled = true;
            user.LockoutEnd = DateTimeOffset.MaxValue;
            var result = await users.UpdateSecurityStampAsync(user);
            if (result.Succeeded && !await HasAdministratorAsync(users))
            {
                user.LockoutEnd = null;
                return [.. Faults(await users.UpdateAsync(user)), NobodyLeft];
            }

            if (result.Succeeded)
                Log.Locked(logger, administrator.Id, user.Id);
            return Faults(result);
        }, cancellationToken);

    /// <summary>Opens a locked account, whoever or whatever locked it.</summary>
    public Task<IReadOnlyList<string>> UnlockAsync(
        ClaimsPrincipal person, string accountId, CancellationToken cancellationToken) =>
        ChangeOtherAsync(person, accountId, "lock", async (administrator, users, user) =>
        {
            user.LockoutEnd = null;
            user.AccessFailedCount = 0;
            var result = await users.UpdateAsync(user);
            if (result.Succeeded)
                Log.Unlocked(logger, administrator.Id, user.Id);
            return Faults(result);
        }, cancellationToken);

    public void Dispose() => _turn.Dispose();

    private static UserManager<AuraUser> UsersOf(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<UserManager<AuraUser>>();

    private static string? FaultOf(IReadOnlyCollection<string> roles) =>
        roles.FirstOrDefault(role => !AuraRoles.All.Contains(role, StringComparer.Ordinal)) is { } unknown
            ? $"There is no role '{unknown}'; accepted are {string.Join(", ", AuraRoles.All)}."
            : roles.Count == 0 ? "An account has at least one role. To shut a person out, lock the account."
            : null;

    private static string Ordered(IEnumerable<string> roles) => string.Join(", ", roles.Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> Faults(IdentityResult result) =>
        [.. result.Errors.Select(error => error.Description)];

    private AccountLock LockOf(AuraUser user) => user.LockoutEnd switch
    {
        { } end when end == DateTimeOffset.MaxValue => AccountLock.Administrator,
        { } end when end > time.GetUtcNow() => AccountLock.WrongPasswords,
        _ => AccountLock.None,
    };

    private async Task<Actor?> AdministratorAsync(ClaimsPrincipal person, CancellationToken cancellationToken) =>
        await actors.ReadAsync(person, cancellationToken) is { } actor
        && actor.Roles.Contains(AuraRoles.Administrator, StringComparer.Ordinal)
            ? actor
            : null;

    // Nobody changes their own rights, so whoever takes the role from another administrator still has it. Two of them on
    // two hosts, whose turns know nothing of each other, are why it is looked at once more afterwards.
    private static async Task<bool> HasAdministratorAsync(UserManager<AuraUser> users) =>
        (await users.GetUsersInRoleAsync(AuraRoles.Administrator)).Any(user => user.LockoutEnd != DateTimeOffset.MaxValue);

    private Task<IReadOnlyList<string>> ChangeOtherAsync(
        ClaimsPrincipal person, string accountId, string what,
        Func<Actor, UserManager<AuraUser>, AuraUser, Task<IReadOnlyList<string>>> change,
        CancellationToken cancellationToken) =>
        ChangeAsync(person, async (administrator, scope) =>
        {
            var users = UsersOf(scope);
            return string.Equals(accountId, administrator.Id, StringComparison.Ordinal)
                ? [$"Nobody changes their own {what}: another administrator has to."]
                : await users.FindByIdAsync(accountId) is { } user ? await change(administrator, users, user)
                : ["The account is gone."];
        }, cancellationToken);

    private async Task<IReadOnlyList<string>> ChangeAsync(
        ClaimsPrincipal person, Func<Actor, AsyncServiceScope, Task<IReadOnlyList<string>>> change,
        CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (await AdministratorAsync(person, cancellationToken) is not { } administrator)
                return [NotPermitted];

            await using var scope = scopes.CreateAsyncScope();
            return await change(administrator, scope);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Administrator} created the account {Account} with {Roles}")]
        public static partial void Created(ILogger logger, string administrator, string account, string roles);

        [LoggerMessage(Level = LogLevel.Information,
            Message = "{Administrator} changed the roles of {Account} from {Before} to {After}")]
        public static partial void RolesChanged(
            ILogger logger, string administrator, string account, string before, string after);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Administrator} locked {Account} and ended its sign-ins")]
        public static partial void Locked(ILogger logger, string administrator, string account);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Administrator} unlocked {Account}")]
        public static partial void Unlocked(ILogger logger, string administrator, string account);
    }
}
