using System.Security.Claims;
using Aura.Dashboard.Identity;

namespace Aura.Dashboard.Components.Layout;

/// <summary>Who is signed in, in which role, and the way out.</summary>
public sealed partial class AccountPanel
{
    private static string RolesOf(ClaimsPrincipal user)
    {
        string roles = string.Join(", ", AuraRoles.All.Where(user.IsInRole));
        return roles.Length == 0 ? T("No role") : roles;
    }
}
