using Microsoft.AspNetCore.Identity;

namespace Aura.Dashboard.Identity;

/// <summary>A person with an account. Accounts are personal; the ledger names them only by <see cref="IdentityUser{TKey}.Id"/>.</summary>
internal sealed class AuraUser : IdentityUser
{
    /// <summary>True while somebody else knows the password. Nothing opens before the person has chosen their own.</summary>
    public bool MustChangePassword { get; set; }
}
