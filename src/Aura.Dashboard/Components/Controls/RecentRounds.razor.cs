using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The latest rounds, newest first, one line each.</summary>
public sealed partial class RecentRounds
{
    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> Rounds { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<AssetSymbol> Symbols { get; set; }

    [Parameter]
    public string? Title { get; set; }

    private string Name => Title ?? T("Recent rounds");
}
