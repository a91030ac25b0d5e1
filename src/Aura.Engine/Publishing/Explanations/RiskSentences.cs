using System.Diagnostics;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>What follows from an asset's dispersion and its sources.</summary>
internal static class RiskSentences
{
    public static string Tier(AssetReport asset, RiskRules risk)
    {
        if (asset is { TierStale: true } or { DispersionPercent: null })
            return $"{asset.Tier}, kept from the last round with a dispersion and never below Elevated: this round has none.";

        string dispersion = Wording.Number(asset.DispersionPercent);
        string elevated = Wording.Number(risk.ElevatedAbovePercent);
        if (asset.Tier > risk.TierOf(asset.DispersionPercent.GetValueOrDefault()))
            return $"{asset.Tier}, because a source is in quarantine for another unit: the dispersion of {dispersion} % of the "
                + "others would be Normal.";
        string high = Wording.Number(risk.HighAbovePercent);
        string extreme = Wording.Number(risk.ExtremeAbovePercent);
        return asset.Tier switch
        {
            MasterLogic.Tier.Normal => $"Normal, because the dispersion of {dispersion} % is at most {elevated} %.",
            MasterLogic.Tier.Elevated =>
                $"Elevated, because the dispersion of {dispersion} % is above {elevated} and at most {high} %.",
            MasterLogic.Tier.High => $"High, because the dispersion of {dispersion} % is above {high} and at most {extreme} %.",
            MasterLogic.Tier.Extreme =>
                $"Extreme, because the dispersion of {dispersion} % is above {extreme} %, which opens the breaker of {asset.Asset}.",
            _ => throw new UnreachableException(),
        };
    }

    public static string Score(AssetReport asset)
    {
        string scale = string.Join(", ", Enum.GetValues<Tier>().Select(
            tier => $"{tier} {Wording.Number(RiskRules.ScoreOf(tier))}"));
        return $"{asset.Tier} scores {Wording.Number(asset.Score)} ({scale}).";
    }

    public static string Quality(AssetReport asset) => $"{asset.Quality}: {asset.QualityReason}";

    public static string Publication(AssetReport asset) =>
        asset.WithheldBecause is { } reason
            ? $"Withheld as of this round: {reason}"
            : $"Free to go out as of this round: there is a decision, the market is open, and the breakers of SYSTEM and "
                + $"{asset.Asset} are Closed.";
}
