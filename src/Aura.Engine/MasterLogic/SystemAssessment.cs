using System.Collections.Immutable;

namespace Aura.Engine.MasterLogic;

/// <summary>
/// The system score: the mean of the asset scores, plus an addition when the assets' dispersions lie far apart. It is
/// deliberately the original rule and not monotone: dispersions of 10.5/8.4 give 10.5, those of 10.5/8.6 give 8.5.
/// </summary>
/// <param name="MeanScore">Mean of the asset scores.</param>
/// <param name="DispersionGap">Largest difference of two defined dispersions, percentage points; null for fewer than two.</param>
/// <param name="GapAddition">What the gap added.</param>
/// <param name="RawScore">The sum; it can reach 12 and is what the breaker compares.</param>
/// <param name="EveryAssetDecided">Whether every asset has a decision in this round.</param>
/// <param name="NoAssetDecided">Whether no asset has one.</param>
public sealed record SystemAssessment(
    decimal MeanScore, decimal? DispersionGap, decimal GapAddition, decimal RawScore,
    bool EveryAssetDecided, bool NoAssetDecided)
{
    private const int ScorePlaces = 12;

    /// <summary>The raw score clamped to 10, for display.</summary>
    public decimal DisplayScore => decimal.Min(RawScore, RiskRules.HighestDisplayScore);

    /// <summary>Assesses the system.</summary>
    /// <exception cref="ArgumentException">There is no asset.</exception>
    public static SystemAssessment Of(ImmutableArray<AssetAssessment> assets, RiskRules rules)
    {
        if (assets.IsEmpty)
            throw new ArgumentException("No asset to assess.", nameof(assets));

        decimal mean = decimal.Round(assets.Average(asset => asset.Score), ScorePlaces, MidpointRounding.ToEven);
        var dispersions = assets.Select(asset => asset.DispersionPercent).OfType<decimal>().ToList();
        decimal? gap = dispersions.Count >= 2 ? dispersions.Max() - dispersions.Min() : null;
        decimal addition = gap > rules.DispersionGapPercentagePoints ? rules.DispersionGapScore : 0m;
        return new SystemAssessment(
            mean, gap, addition, mean + addition,
            assets.All(asset => asset.HasDecision), !assets.Any(asset => asset.HasDecision));
    }
}
