using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>One asset in the latest round: its price, how far its sources agree, and each of them.</summary>
public sealed partial class AssetCard
{
    [Parameter]
    [EditorRequired]
    public required AssetReport Asset { get; set; }

    [Parameter]
    [EditorRequired]
    public required RoundReport Latest { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<BreakerReport> Breakers { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> History { get; set; }

    [Parameter]
    [EditorRequired]
    public required RiskRules Risk { get; set; }

    // The report says how the gate stood when the round was decided; a person may have tripped since. Breakers arrive
    // at once, SYSTEM first, and only a round can close one.
    private string? WithheldBecause =>
        Breakers.FirstOrDefault(breaker => breaker.State is not BreakerState.Closed
            && (breaker.Scope.IsSystem || string.Equals(breaker.Scope.Value, Asset.Asset.Value, StringComparison.Ordinal)))
            is { } halting
            ? $"the {halting.Scope} breaker is {halting.State}."
            : Asset.WithheldBecause;

    private string TestIdOf(string part) => $"asset-{Asset.Asset}-{part}";
}
