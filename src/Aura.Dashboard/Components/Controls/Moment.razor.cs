using Aura.Dashboard.Components.Appearance;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>A time on the clock that the person chose; ISO 8601 with its offset stands behind it.</summary>
public sealed partial class Moment
{
    [Parameter]
    [EditorRequired]
    public required DateTimeOffset At { get; set; }

    [Parameter]
    public MomentStyle Shows { get; set; }

    [CascadingParameter]
    public DeskZone? Zone { get; set; }

    private DeskZone Clock => Zone ?? DeskZone.Utc;
}
