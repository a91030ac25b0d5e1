using Aura.Engine.Breaker;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>A break-glass reset with both statements of who made it.</summary>
public sealed partial class BrokenGlass
{
    [Parameter]
    [EditorRequired]
    public required BreakGlassReset Reset { get; set; }
}
