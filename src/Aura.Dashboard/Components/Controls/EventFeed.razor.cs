using System.Collections.Immutable;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What changed last, newest first, each with the way to its record.</summary>
public sealed partial class EventFeed
{
    private const int Shown = 10;

    private (ImmutableArray<RoundReport>, ImmutableArray<BreakerReport>) _told;
    private ImmutableArray<DeskEvent> _events = [];

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> History { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<BreakerReport> Breakers { get; set; }

    // All that the feed remembers is compared: once for each change, not for each drawing.
    protected override void OnParametersSet()
    {
        if (_told == (History, Breakers))
            return;

        _told = (History, Breakers);
        _events = DeskEvents.Latest(History, Breakers, Shown);
    }
}
