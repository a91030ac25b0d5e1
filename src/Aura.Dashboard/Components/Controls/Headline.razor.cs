using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Four questions and their answers: is it live, is anything halted, what is worst, how bad is it overall.</summary>
public sealed partial class Headline
{
    [Parameter]
    [EditorRequired]
    public required RoundReport Latest { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<BreakerReport> Breakers { get; set; }

    [Parameter]
    [EditorRequired]
    public required RuleSet Rules { get; set; }

    [Parameter]
    [EditorRequired]
    public required TimeSpan Period { get; set; }

    [Parameter]
    [EditorRequired]
    public required RoundExplanation Explanation { get; set; }

    private decimal HighestRaw => RiskRules.ScoreOf(Tier.Extreme) + Rules.Risk.DispersionGapScore;

    private static string SumOf(SystemAssessment system, RiskRules rules)
    {
        string gap = system.DispersionGap switch
        {
            { } points when system.GapAddition > 0m =>
                T("the dispersions lie {0} points apart, more than {1}", Figures.Price(points), Figures.Score(rules.DispersionGapPercentagePoints)),
            { } points =>
                T("the dispersions lie {0} points apart, not more than {1}", Figures.Price(points), Figures.Score(rules.DispersionGapPercentagePoints)),
            null => T("fewer than two dispersions are known"),
        };
        return T("Mean of the asset scores {0} + {1} ({2}) = {3} raw.",
            Figures.Score(system.MeanScore), Figures.Score(system.GapAddition), gap, Figures.Score(system.RawScore));
    }
}
