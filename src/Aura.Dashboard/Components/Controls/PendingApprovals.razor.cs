using System.Collections.Immutable;
using System.Security.Claims;
using Aura.Dashboard.Components.Dialogs;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Every reset that waits for a second person, before anything else: somebody has to act, and has 15 minutes.</summary>
public sealed partial class PendingApprovals
{
    private string? _person;

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<BreakerReport> Breakers { get; set; }

    [Parameter]
    public RoundReport? Latest { get; set; }

    protected override async Task OnParametersSetAsync() =>
        _person = (await Authentication).User.FindFirstValue(ClaimTypes.NameIdentifier);

    private IEnumerable<BreakerReport> OpenAt(DateTimeOffset now) =>
        Breakers.Where(breaker => breaker.Pending is { } pending && pending.IsOpenAt(now));

    private bool IsOwn(BreakerReport breaker) =>
        string.Equals(breaker.Pending?.Command.ActorId, _person, StringComparison.Ordinal);

    private Task AskAsync(CommandKind kind, BreakerReport breaker) =>
        BreakerCommandDialog.ShowAsync(Dialogs, kind, breaker, Latest);
}
