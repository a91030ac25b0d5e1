using Aura.Engine.Canon;

namespace Aura.Engine.MasterLogic;

/// <summary>The risk of one asset in one round.</summary>
/// <param name="Asset">The asset.</param>
/// <param name="DispersionPercent">100 · s / m, 12 places; null for fewer than two sources, which is never "0 = calm".</param>
/// <param name="Tier">The tier; the last known one, at least Elevated, when stale.</param>
/// <param name="TierStale">Whether the tier stems from an earlier round.</param>
/// <param name="Score">0, 4, 7 or 10.</param>
/// <param name="Quality">How well the price is supported.</param>
/// <param name="QualityReason">Why, in words.</param>
public sealed record AssetAssessment(
    AssetSymbol Asset, decimal? DispersionPercent, Tier Tier, bool TierStale,
    decimal Score, Quality Quality, string QualityReason)
{
    /// <summary>Whether the round decided a price for the asset.</summary>
    public bool HasDecision => Quality is not Quality.NoDecision;
}
