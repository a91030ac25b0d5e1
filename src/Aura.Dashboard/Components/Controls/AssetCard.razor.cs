using System.Collections.Immutable;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Market;
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

    /// <summary>What the charts draw; without them not needed.</summary>
    [Parameter]
    public ImmutableArray<RoundReport> History { get; set; } = [];

    [Parameter]
    public RiskRules? Risk { get; set; }

    /// <summary>Splits between the rounds that the charts draw.</summary>
    [Parameter]
    public ImmutableArray<CorporateAction>? Splits { get; set; }

    /// <summary>Null when the round was decided under other settings, whose words are not at hand.</summary>
    [Parameter]
    [EditorRequired]
    public required AssetExplanation? Explanation { get; set; }

    /// <summary>On the asset's own page: charts of a chosen range stand below.</summary>
    [Parameter]
    public bool IsAlone { get; set; }

    /// <summary>How long the sources take; not said without it.</summary>
    [Parameter]
    public ISourceLatency? Latency { get; set; }

    /// <summary>What the sources were agreed on before; not said without it.</summary>
    [Parameter]
    public ImmutableDictionary<SourceId, LastAgreed> Agreed { get; set; } = ImmutableDictionary<SourceId, LastAgreed>.Empty;

    private static IEnumerable<ExplainedNumber> Explained(AssetExplanation explanation) =>
    [
        new("price", T("Price"), explanation.Price),
        new("weighted-mean", T("Weighted mean"), explanation.WeightedMean),
        new("standard-deviation", T("Standard deviation"), explanation.StandardDeviation),
        new("dispersion", T("Dispersion"), explanation.Dispersion),
        new("tier", T("Tier"), explanation.Tier),
        new("score", T("Score"), explanation.Score),
        new("quality", T("Quality"), explanation.Quality),
        new("publication", T("Publication"), explanation.Publication),
        .. explanation.Change is { } change ? [new ExplainedNumber("change", T("Move since the price before"), change)] : Array.Empty<ExplainedNumber>(),
        .. explanation.Volatility is { } volatility ? [new ExplainedNumber("volatility", T("Volatility, EWMA"), volatility)] : Array.Empty<ExplainedNumber>(),
        .. explanation.Sources.Select(source => new ExplainedNumber(
            source.Source.Value, T("Source {0}", source.Source), source.Sentence)),
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
