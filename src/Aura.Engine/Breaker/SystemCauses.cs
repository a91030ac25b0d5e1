using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Breaker;

/// <summary>The causes of the SYSTEM breaker, each with its evidence in one sentence.</summary>
public static class SystemCauses
{
    /// <summary>One finding for each cause that is not off, the most severe first.</summary>
    public static ImmutableArray<CauseFinding> Find(SystemFigures system, BreakerRules rules) =>
    [
        .. rules.CausesInForce.Where(rule => rule.Mode is not CauseMode.Off)
            .Select(rule => Find(rule, system, rules)).OfType<CauseFinding>(),
    ];

    private static CauseFinding? Find(CauseRule rule, SystemFigures system, BreakerRules rules) => rule.Cause switch
    {
        BreakerCause.SystemScore => AssetCauses.Of(
            rule, system.Assessment.RawScore >= rules.SystemOpensAtScore,
            $"The raw system score is {DecimalText.Of(system.Assessment.RawScore)}; the limit is {DecimalText.Of(rules.SystemOpensAtScore)}."),
        // The score is not monotone: 10.5 and 8.6 % score less than 10.5 and 8.4 %. This cause never falls while prices get
        // worse, and so a kept tier counts too: to lose an asset's sources is no recovery.
        BreakerCause.EveryAssetHigh => AssetCauses.Of(
            rule, system.Assets.All(asset => asset.Tier >= Tier.High),
            $"Every asset is High or worse: {string.Join(", ", system.Assets.Select(asset => $"{asset.Asset} {asset.Tier}"))}."),
        BreakerCause.Equivocation => AssetCauses.Above(
            rule, system.EquivocatingNodes - system.Faulty,
            $"{system.EquivocatingNodes} nodes said two different things, {system.EquivocatingNodes - system.Faulty} more than the "
                + $"{system.Faulty} that may be faulty"),
        BreakerCause.NoDecision => AssetCauses.Of(
            rule, system.InSession && system.RoundsWithoutDecision.All(rounds => rounds >= rules.NoDecisionRounds),
            $"No asset had a decision for {rules.NoDecisionRounds} rounds."),
        _ => null,
    };
}
