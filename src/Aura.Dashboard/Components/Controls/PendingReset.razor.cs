using Aura.Engine.Breaker;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>A request to reset that waits for a second person: who asks, why, and how long it can be decided.</summary>
public sealed partial class PendingReset
{
    [Parameter]
    [EditorRequired]
    public required ResetRequest Request { get; set; }
}
