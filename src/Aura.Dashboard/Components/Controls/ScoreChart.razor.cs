using System.Collections.Immutable;
using Aura.Dashboard.Components.Charts;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The system score over time with what it is made of, and the line at which SYSTEM opens.</summary>
public sealed partial class ScoreChart
{
    private ScoreChartLines _chart = ScoreChartLines.None;

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> History { get; set; }

    /// <summary>The raw score at which SYSTEM opens.</summary>
    [Parameter]
    [EditorRequired]
    public required decimal OpensAt { get; set; }

    protected override void OnParametersSet() => _chart = ScoreChartLines.Of(History, OpensAt);
}
