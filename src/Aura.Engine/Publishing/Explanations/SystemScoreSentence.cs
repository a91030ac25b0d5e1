using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>The system score with the scores, the two dispersions and the addition that make it up.</summary>
internal static class SystemScoreSentence
{
    public static string Of(
        SystemAssessment system, ImmutableArray<AssetReport> assets, RiskRules risk, BreakerRules breaker)
    {
        string scores = string.Join(" + ", assets.Select(asset => $"{asset.Asset} {Wording.Number(asset.Score)}"));
        return $"The mean of the asset scores is ({scores}) / {assets.Length} = {Wording.Number(system.MeanScore)}. "
            + $"{Gap(system, assets, risk)} Raw score: {Wording.Number(system.MeanScore)} + "
            + $"{Wording.Number(system.GapAddition)} = {Wording.Number(system.RawScore)}, shown as "
            + $"{Wording.Number(system.DisplayScore)} of at most {Wording.Number(RiskRules.HighestDisplayScore)}. "
            + $"SYSTEM opens at a raw score of {Wording.Number(breaker.SystemOpensAtScore)}. "
            // People would otherwise take a falling score for a falling risk.
            + "The score is deliberately the original rule and not monotone: dispersions of 10.5 and 8.4 % give 10.5, "
            + "while 10.5 and 8.6 % give 8.5."
            // A shadow or nothing at all would make the sentence a promise that nobody keeps.
            + (breaker.CausesInForce.Any(rule => rule is { Cause: BreakerCause.EveryAssetHigh, Mode: CauseMode.On })
                ? " So SYSTEM opens as well when every asset is High or worse."
                : string.Empty);
    }

    private static string Gap(SystemAssessment system, ImmutableArray<AssetReport> assets, RiskRules risk)
    {
        var defined = assets.Where(asset => asset.DispersionPercent is not null)
            .OrderByDescending(asset => asset.DispersionPercent).ToList();
        if (system.DispersionGap is not { } gap || defined.Count < 2)
            return "Fewer than two dispersions are defined, so nothing is added.";

        string threshold = Wording.Number(risk.DispersionGapPercentagePoints);
        string consequence = system.GapAddition > 0m
            ? $"more than {threshold}, which adds {Wording.Number(system.GapAddition)}."
            : $"not more than {threshold}, which adds nothing.";
        return $"The dispersions of {Named(defined[0])} and {Named(defined[^1])} lie {Wording.Number(gap)} percentage points "
            + $"apart, {consequence}";
    }

    private static string Named(AssetReport asset) => $"{asset.Asset} ({Wording.Number(asset.DispersionPercent)} %)";
}
