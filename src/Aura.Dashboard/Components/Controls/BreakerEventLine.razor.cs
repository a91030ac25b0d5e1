using Aura.Dashboard.Queries;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>One event of a breaker: from, to, why, who, when, and where it is recorded.</summary>
public sealed partial class BreakerEventLine
{
    [Parameter]
    [EditorRequired]
    public required BreakerEvent Event { get; set; }
}
