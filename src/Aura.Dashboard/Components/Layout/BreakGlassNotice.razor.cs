using Aura.Dashboard.Components.Dialogs;
using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace Aura.Dashboard.Components.Layout;

/// <summary>Says on every page that somebody broke the glass, until somebody else has reviewed it. Nothing hides it.</summary>
public sealed partial class BreakGlassNotice
{
    private UnreviewedResets? _drawn;

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private protected override UnreviewedResets Read(LiveSnapshot snapshot) =>
        new([.. snapshot.Breakers.Where(breaker => breaker.Unreviewed is { IsEmpty: false })]);

    private protected override bool IsEmpty(UnreviewedResets view) => view.Breakers.IsEmpty;

    protected override bool ShouldRender()
    {
        bool isNews = View != _drawn;
        _drawn = View;
        return isNews;
    }

    // The breaker as it is now: the strip was drawn when the reset came, and the breaker went on since.
    private Task ReviewAsync(BreakerReport breaker) => BreakerCommandDialog.ShowAsync(
        Dialogs, CommandKind.Review,
        View?.Breakers.FirstOrDefault(known => known.Scope == breaker.Scope) ?? breaker, latest: null);
}
