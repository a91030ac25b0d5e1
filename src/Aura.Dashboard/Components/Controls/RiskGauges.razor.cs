using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What the gauges of an asset mean, and the gauges.</summary>
public sealed partial class RiskGauges
{
    [Parameter]
    [EditorRequired]
    public required AssetReport Asset { get; set; }

    [Parameter]
    [EditorRequired]
    public required RoundNumber Round { get; set; }
}
