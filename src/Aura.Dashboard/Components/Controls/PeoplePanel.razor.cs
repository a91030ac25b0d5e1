using System.Security.Claims;
using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Accounts and their rights. What may be done is decided by the roster, at every click, from the database.</summary>
public sealed partial class PeoplePanel : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly HashSet<string> _newRoles = new(StringComparer.Ordinal);
    private HashSet<string> _roles = new(StringComparer.Ordinal);
    private IReadOnlyList<Account>? _accounts;
    private IReadOnlyList<string> _problems = [];
    private (string Account, Step Step)? _open;
    private string? _said;
    private string _email = "";
    private string _password = "";
    private bool _refused;
    private bool _busy;

    private enum Step
    {
        Roles,
        Lock,
    }

    [Inject]
    internal AccountRoster Roster { get; init; } = default!;

    [Inject]
    internal IOptions<IdentityOptions> Rules { get; init; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    private bool IsOpen(Account account, Step step) => _open == (account.Id, step);

    private void OpenRoles(Account account)
    {
        _roles = account.Roles.ToHashSet(StringComparer.Ordinal);
        _open = (account.Id, Step.Roles);
    }

    private void OpenLock(Account account) => _open = (account.Id, Step.Lock);

    private void CloseStep() => _open = null;

    private Task SaveRolesAsync(Account account) => ChangeAsync(
        person => Roster.ChangeRolesAsync(person, account.Id, [.. _roles], _left.Token),
        T("{0} has new roles.", account.Email));

    private Task LockAsync(Account account) => ChangeAsync(
        person => Roster.LockAsync(person, account.Id, _left.Token), T("{0} is locked.", account.Email));

    private Task UnlockAsync(Account account) => ChangeAsync(
        person => Roster.UnlockAsync(person, account.Id, _left.Token), T("{0} is unlocked.", account.Email));

    private async Task CreateAsync()
    {
        if (_busy)
            return;

        string email = _email.Trim();
        string password = _password;
        await ChangeAsync(
            person => Roster.CreateAsync(person, email, password, [.. _newRoles], _left.Token),
            T("{0} has an account. Tell the person the first password on another way.", email));
        // The password is known to two people already; the page forgets it whatever came of it.
        _password = "";
        if (_problems.Count > 0)
            return;

        _email = "";
        _newRoles.Clear();
    }

    private async Task ChangeAsync(Func<ClaimsPrincipal, Task<IReadOnlyList<string>>> change, string said)
    {
        // A second click waits in the circuit's queue and arrives while the first one is carried out.
        if (_busy)
            return;

        _busy = true;
        _said = null;
        try
        {
            _problems = await change((await Authentication).User);
            if (_problems.Count > 0)
                return;

            (_said, _open) = (said, null);
            await ReadAsync();
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ReadAsync()
    {
        _accounts = await Roster.ListAsync((await Authentication).User, _left.Token);
        _refused = _accounts is null;
    }

    private CsvTable ToCsv() => new(
        ["id", "email", "roles", "mustChangePassword", "locked", "lockedUntil"],
        [
            .. (_accounts ?? []).Select(account => (IReadOnlyList<object?>)
                [
                    account.Id, account.Email, string.Join(' ', account.Roles), account.MustChangePassword.ToString(),
                    account.Locked.ToString(), account.LockedUntil,
                ]),
        ]);
}
