using System.Collections.Immutable;
using Aura.Dashboard.Components.Dialogs;
using Aura.Dashboard.Identity;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>When people last practised, and a way to let them.</summary>
public sealed partial class DrillPanel
{
    internal const string Roles = $"{AuraRoles.Compliance},{AuraRoles.Operator}";

    /// <summary>People who have not practised for longer are reminded.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromDays(30);

    private string _scope = Scope.System.Value;

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter]
    [EditorRequired]
    public required AlertBook Book { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<Scope> Scopes { get; set; }

    private bool IsDueAt(DateTimeOffset now) => Book.LastDrillAt is not { } last || now - last >= Interval;

    private Task StartAsync() => CommentDialog.StartDrillAsync(Dialogs, Scopes.First(scope => string.Equals(scope.Value, _scope, StringComparison.Ordinal)));
}
