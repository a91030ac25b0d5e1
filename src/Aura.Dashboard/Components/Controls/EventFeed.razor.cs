using System.Collections.Immutable;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What changed last, newest first, each with the way to its record.</summary>
public sealed partial class EventFeed
{
    private const int Shown = 10;

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> History { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<BreakerReport> Breakers { get; set; }

    private ImmutableArray<DeskEvent> Events => DeskEvents.Latest(History, Breakers, Shown);
}
