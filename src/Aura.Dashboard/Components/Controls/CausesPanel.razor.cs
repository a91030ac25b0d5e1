using System.Collections.Immutable;
using Aura.Dashboard.Components.Dialogs;
using Aura.Engine.Breaker;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Every cause with its threshold and mode, and for each breaker how it has served; compliance judges false alarms.</summary>
public sealed partial class CausesPanel
{
    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter]
    [EditorRequired]
    public required RuleSet Rules { get; set; }

    /// <summary>As the latest round reports them; empty on a page that shows the rules alone.</summary>
    [Parameter]
    public ImmutableArray<BreakerReport> Breakers { get; set; } = [];

    private IEnumerable<(BreakerReport Breaker, CauseRecord? Served)> ServedBy(BreakerCause cause) => Breakers
        .Select(breaker => (breaker, (breaker.Served ?? []).FirstOrDefault(record => record.Cause == cause)))
        .Where(found => found.Item2 is not null || found.breaker.ActiveCauses.Contains(cause) || (found.breaker.ShadowCauses ?? []).Contains(cause));

    private static bool IsActive(BreakerReport breaker, CauseRule cause) =>
        (cause.Mode is CauseMode.Shadow ? breaker.ShadowCauses ?? [] : breaker.ActiveCauses).Contains(cause.Cause);

    private Task JudgeAsync(CauseRecord served) => CommentDialog.JudgeFalseAsync(Dialogs, served);
}
