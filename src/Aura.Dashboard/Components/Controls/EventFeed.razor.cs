using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What changed last, newest first, each with the way to its record.</summary>
public sealed partial class EventFeed
{
    [Parameter]
    [EditorRequired]
    public ImmutableArray<DeskEvent> Events { get; set; } = [];

    [CascadingParameter]
    public DeskZone? Zone { get; set; }

    private DeskZone TimeZone => Zone ?? DeskZone.Utc;
}
