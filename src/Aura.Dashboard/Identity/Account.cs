namespace Aura.Dashboard.Identity;

/// <summary>One account as an administrator sees it.</summary>
/// <param name="Id">What the ledger calls it.</param>
/// <param name="Email">What the person signs in with.</param>
/// <param name="Roles">In the order of <see cref="AuraRoles.All"/>.</param>
/// <param name="MustChangePassword">Whether somebody else still knows the password.</param>
/// <param name="Locked">Whether, and by whom, it is locked.</param>
/// <param name="LockedUntil">When a lock of wrong passwords ends, UTC; null otherwise.</param>
/// <param name="IsOwn">Whether it belongs to who is looking.</param>
public sealed record Account(
    string Id, string Email, IReadOnlyList<string> Roles, bool MustChangePassword, AccountLock Locked,
    DateTimeOffset? LockedUntil, bool IsOwn)
{
    /// <summary>True for the account of the verb <c>trip</c>, to which nobody signs in.</summary>
    public bool IsService => TripAccount.Is(Email);
}
