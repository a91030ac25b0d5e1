using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;
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

    [Parameter]
    [EditorRequired]
    public required AssetExplanation Explanation { get; set; }

    private IEnumerable<ExplainedNumber> Explained =>
    [
        new("price", "Price", Explanation.Price),
        new("weighted-mean", "Weighted mean", Explanation.WeightedMean),
        new("standard-deviation", "Standard deviation", Explanation.StandardDeviation),
        new("dispersion", "Dispersion", Explanation.Dispersion),
        new("tier", "Tier", Explanation.Tier),
        new("score", "Score", Explanation.Score),
        new("quality", "Quality", Explanation.Quality),
        new("publication", "Publication", Explanation.Publication),
        .. Explanation.Sources.Select(source => new ExplainedNumber(
            source.Source.Value, $"Source {source.Source}", source.Sentence)),
    ];

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
