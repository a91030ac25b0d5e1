using Aura.Engine.MasterLogic;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>How an asset moves over rounds, as the causes that look at it see it.</summary>
internal static class MovementSentences
{
    public static string Change(AssetReport asset)
    {
        if (asset is not { ChangePercent: { } change, Price: { } price })
            return "Not compared: this round or every one before it has no agreed price, or the market is closed.";

        string before = asset.IsOpening is true ? "the last agreed price of the session before" : "the agreed price before";
        return $"100 · (P − P₀) / P₀ = {Wording.Number(change)} %, with P = {Wording.Number(price)} and P₀ {before}, splits taken out.";
    }

    public static string Volatility(AssetReport asset, VolatilityRules rules)
    {
        if (asset.VolatilityPercent is not { } volatility)
            return $"Unknown before {rules.FewestReturns} returns within sessions.";

        return $"√v = {Wording.Number(volatility)} % a round, with v′ = {Wording.Number(rules.Decay)} · v + {Wording.Number(1m - rules.Decay)} · r² for "
            + "every move r within a session, begun with the first r² (RiskMetrics 1996).";
    }
}
