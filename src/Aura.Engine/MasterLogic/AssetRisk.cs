using Aura.Engine.Consensus;

namespace Aura.Engine.MasterLogic;

/// <summary>From an asset's agreement to its dispersion, tier, score and quality.</summary>
public static class AssetRisk
{
    private const int DispersionPlaces = 12;

    /// <summary>Assesses one asset.</summary>
    public static AssetAssessment Assess(AssetAgreement agreement, AssetMemory memory, RiskRules rules)
    {
        var (quality, reason) = QualityOf(agreement);
        decimal? dispersion = DispersionOf(agreement.Aggregate);
        var tier = TierOf(dispersion, memory.LastTier, agreement.Quarantined.Any(), rules);
        return new AssetAssessment(
            agreement.Asset, dispersion, tier, dispersion is null, RiskRules.ScoreOf(tier), quality, reason);
    }

    /// <summary>The tier of a round: its dispersion's, or, without one, the last known.</summary>
    /// <param name="dispersionPercent">In percent; null for fewer than two sources.</param>
    /// <param name="lastTier">The last tier that a dispersion gave.</param>
    /// <param name="hasQuarantined">Whether a source was left out for its unit.</param>
    /// <param name="rules">The thresholds.</param>
    public static Tier TierOf(decimal? dispersionPercent, Tier lastTier, bool hasQuarantined, RiskRules rules) =>
        dispersionPercent is not { } percent ? AtLeastElevated(lastTier)
        // What was left out would have spread the prices: without it the calm may be our own doing.
        : hasQuarantined ? AtLeastElevated(rules.TierOf(percent))
        : rules.TierOf(percent);

    /// <summary>What the next round needs to know.</summary>
    /// <param name="memory">What was remembered before the round.</param>
    /// <param name="assessment">The round's assessment.</param>
    /// <param name="agreement">The round's agreement.</param>
    /// <param name="decided">The round.</param>
    public static AssetMemory Remember(
        AssetMemory memory, AssetAssessment assessment, AssetAgreement agreement, DecidedRound decided) =>
        memory with
        {
            LastTier = assessment.TierStale ? memory.LastTier : assessment.Tier,
            LastPrice = agreement.Aggregate?.Median ?? memory.LastPrice,
            LastPriceRound = agreement.Aggregate is null ? memory.LastPriceRound : decided.Number,
            LastPriceAt = agreement.Aggregate is null ? memory.LastPriceAt : agreement.AgreedAt,
            RoundsWithoutDecision = (assessment.HasDecision, decided.InSession) switch
            {
                (true, _) => 0,
                (false, true) => memory.RoundsWithoutDecision + 1,
                (false, false) => memory.RoundsWithoutDecision,
            },
        };

    private static decimal? DispersionOf(PriceAggregate? aggregate) =>
        aggregate is { StandardDeviation: { } deviation }
            ? decimal.Round(100m * deviation / aggregate.WeightedMean, DispersionPlaces, MidpointRounding.ToEven)
            : null;

    private static Tier AtLeastElevated(Tier tier) => tier < Tier.Elevated ? Tier.Elevated : tier;

    private static (Quality Quality, string Reason) QualityOf(AssetAgreement agreement)
    {
        var (quality, reason) = QualityOfAgreed(agreement);
        if (agreement.SharedAnswers && quality is not Quality.NoDecision)
            reason += " Each was asked once for all nodes, so its votes are one witness.";
        string quarantined = string.Join(", ", agreement.Quarantined.Select(source => source.Source));
        return quarantined.Length == 0
            ? (quality, reason)
            : (quality is Quality.Good ? Quality.Degraded : quality, $"{reason} In quarantine for another unit: {quarantined}.");
    }

    private static (Quality Quality, string Reason) QualityOfAgreed(AssetAgreement agreement)
    {
        var agreed = agreement.Agreed.ToList();
        int configured = agreement.Sources.Length;
        if (agreed.Count == 0)
            return (Quality.NoDecision, $"None of {configured} sources agreed.");
        if (agreed.Count == 1)
            return (Quality.SingleSource, $"Only {agreed[0].Source} of {configured} sources agreed.");

        var vendors = agreed.GroupBy(source => source.Vendor, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var largest = vendors[0];
        if (agreed.Count == 2)
            return (Quality.Degraded, $"2 of {configured} sources agreed; 3 are needed for Good.");
        if (2 * largest.Count() > agreed.Count)
            return (Quality.Degraded,
                $"{largest.Key} supplies {largest.Count()} of {agreed.Count} agreed sources, more than half.");
        return (Quality.Good, $"{agreed.Count} of {configured} sources agreed, from {vendors.Count} vendors.");
    }
}
