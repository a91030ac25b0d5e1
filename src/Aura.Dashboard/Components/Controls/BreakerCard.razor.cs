using System.Security.Claims;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Dialogs;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>
/// One breaker: its state, why, since when, by whom, and what an operator may do. Hiding the buttons is a convenience;
/// the engine refuses everybody else.
/// </summary>
public sealed partial class BreakerCard
{
    private Task<AuthenticationState>? _asked;
    private ClaimsPrincipal _person = new();

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter]
    [EditorRequired]
    public required BreakerReport Breaker { get; set; }

    /// <summary>What the dialog shows of the present; null before the first round.</summary>
    [Parameter]
    public RoundReport? Latest { get; set; }

    [CascadingParameter]
    public Task<AuthenticationState>? Authentication { get; set; }

    [CascadingParameter]
    public DeskZone? Zone { get; set; }

    /// <summary>False where the page shows requests in a place of their own.</summary>
    [Parameter]
    public bool ShowsRequest { get; set; } = true;

    // Asked only when the person changed: a question to the authorization policies for every card and round costs more
    // than drawing them.
    protected override async Task OnParametersSetAsync()
    {
        if (Authentication is null || ReferenceEquals(Authentication, _asked))
            return;

        _asked = Authentication;
        _person = (await Authentication).User;
    }

    private string TestIdOf(string part) => $"breaker-{Breaker.Scope}-{part}";

    // Why there is nothing to ask for yet; null when there is.
    private string? ResetWaitAt(DateTimeOffset now) => Breaker switch
    {
        { CoolDownEndsAt: { } end } when end > now => T("Reset in {0}", Figures.Wait(end, now)),
        { Pending: { } pending } when pending.IsOpenAt(now) => T("Reset requested"),
        _ => null,
    };

    private Task AskAsync(CommandKind kind) => BreakerCommandDialog.ShowAsync(Dialogs, kind, Breaker, Latest);
}
