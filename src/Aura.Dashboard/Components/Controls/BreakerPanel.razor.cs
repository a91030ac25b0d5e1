using System.Collections.Immutable;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Every breaker side by side, SYSTEM first.</summary>
public sealed partial class BreakerPanel
{
    [Parameter]
    [EditorRequired]
    public required ImmutableArray<BreakerReport> Breakers { get; set; }

    [Parameter]
    public RoundReport? Latest { get; set; }

    /// <summary>False where the page shows requests in a place of their own.</summary>
    [Parameter]
    public bool ShowsRequests { get; set; } = true;
}
