using System.Diagnostics;
using Aura.Dashboard.Identity;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The four roles with what each may do.</summary>
public sealed partial class RoleChoice
{
    /// <summary>Changed in place.</summary>
    [Parameter]
    [EditorRequired]
    public required ISet<string> Chosen { get; set; }

    [Parameter]
    [EditorRequired]
    public required string Prefix { get; set; }

    private static string MeaningOf(string role) => role switch
    {
        AuraRoles.Compliance => T("approves or declines resets, exports evidence"),
        AuraRoles.Operator => T("trips and resets breakers"),
        AuraRoles.Auditor => T("looks, verifies, exports evidence"),
        AuraRoles.Administrator => T("creates accounts, changes roles, sees the job dashboard"),
        _ => throw new UnreachableException(),
    };

    private void Choose(string role, bool isChosen) => _ = isChosen ? Chosen.Add(role) : Chosen.Remove(role);
}
