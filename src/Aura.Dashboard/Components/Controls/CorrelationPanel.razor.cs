using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic.Measures;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Whether assets move together, and how often they lost badly together. With one asset it shows nothing.</summary>
public sealed partial class CorrelationPanel
{
    private ImmutableArray<CorrelatedAssets> _correlated = [];

    /// <summary>Rounds under one rule set, oldest first.</summary>
    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> History { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<AssetRule> AssetRules { get; set; }

    protected override void OnParametersSet() => _correlated = CorrelatedAssets.Of(History, AssetRules);

    private static string Coefficient(AssetCorrelation correlation) => correlation switch
    {
        { Latest: { } coefficient } => Figures.Fine(coefficient),
        { Pairs.Length: var pairs, Rules.CorrelationWindow: var window } when pairs < window => T("needs {0} pairs of returns", window),
        _ => T("one of them does not move"),
    };

    private static string Joint(AssetCorrelation correlation) =>
        correlation.JointTail is { } tail
            ? T("{0} of {1}", Figures.Count(tail.Count), Figures.Count(tail.Pairs))
            : T("needs {0} pairs of returns", Confidence.Of95.LeastReturns);

    private static IEnumerable<ExplainedNumber> Explained(AssetCorrelation correlation)
    {
        var explanation = CorrelationExplanation.Of(correlation);
        return
        [
            new("coefficient", T("Correlation"), explanation.Coefficient),
            new("joint", T("Both beyond their own 95 % loss"), explanation.JointTail),
        ];
    }
}
