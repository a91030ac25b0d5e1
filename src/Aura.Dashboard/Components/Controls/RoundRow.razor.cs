using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The cells of one round. A round never changes: it is drawn once, however many follow.</summary>
public sealed partial class RoundRow
{
    private (RoundReport, ImmutableArray<AssetSymbol>, DeskZone?)? _drawn;

    [Parameter]
    [EditorRequired]
    public required RoundReport Round { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<AssetSymbol> Symbols { get; set; }

    [CascadingParameter]
    public DeskZone? Zone { get; set; }

    protected override bool ShouldRender() => _drawn != (Round, Symbols, Zone);

    protected override void OnAfterRender(bool firstRender) => _drawn = (Round, Symbols, Zone);
}
