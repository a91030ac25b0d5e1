using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;

namespace Aura.Engine.Breaker;

/// <summary>The causes of an asset's breaker, each with its evidence in one sentence.</summary>
public static class AssetCauses
{
    /// <summary>One finding for each cause that is not off, the most severe first.</summary>
    public static ImmutableArray<CauseFinding> Find(AssetFigures asset, BreakerRules rules) =>
    [
        .. rules.CausesInForce.Where(rule => rule.Mode is not CauseMode.Off)
            .Select(rule => Find(rule, asset, rules)).OfType<CauseFinding>(),
    ];

    private static CauseFinding? Find(CauseRule rule, AssetFigures asset, BreakerRules rules)
    {
        var (name, dispersion) = (asset.Assessment.Asset, asset.Assessment.DispersionPercent);
        return rule.Cause switch
        {
            // A stale tier was judged in its own round; judging it again would be counting one event twice.
            BreakerCause.ExtremeDispersion => Of(
                rule, asset.Assessment is { Tier: Tier.Extreme, TierStale: false } && dispersion is not null,
                $"{name} is Extreme: its sources are dispersed by {Text(dispersion)} %."),
            BreakerCause.PriceJump => Above(
                rule, asset is { IsOpening: false, InSession: true } ? Magnitude(asset.ChangePercent) : null,
                $"{name} jumped by {Text(asset.ChangePercent)} % from the price before"),
            BreakerCause.OpeningGap => Above(
                rule, asset is { IsOpening: true, InSession: true } ? Magnitude(asset.ChangePercent) : null,
                $"{name} opened {Text(asset.ChangePercent)} % away from the session before"),
            BreakerCause.Volatility => Above(
                rule, asset.InSession ? asset.VolatilityPercent : null,
                $"{name} moves by {Text(asset.VolatilityPercent)} % a round"),
            BreakerCause.Stale => Above(
                rule, asset.InSession ? asset.StalePercent : null,
                $"{asset.StaleSources} of {asset.Sources} sources of {name}, {Text(asset.StalePercent)} %, are stale"),
            BreakerCause.UnitSuspicion => Above(
                rule, asset.Quarantined.Length,
                $"Another unit than configured is stated for {name} by {string.Join(", ", asset.Quarantined)}"),
            BreakerCause.NoDecision => Of(
                rule, asset.InSession && asset.RoundsWithoutDecision >= rules.NoDecisionRounds,
                $"{name} had no decision for {asset.RoundsWithoutDecision} rounds."),
            _ => null,
        };
    }

    internal static CauseFinding Of(CauseRule rule, bool isActive, string detail) =>
        new(rule.Cause, rule.Mode, isActive, !isActive, isActive ? detail : string.Empty);

    internal static CauseFinding Above(CauseRule rule, decimal? value, string detail)
    {
        bool isActive = value > rule.EnterAbove;
        return new CauseFinding(
            rule.Cause, rule.Mode, isActive, !(value > rule.LeaveAt),
            isActive ? $"{detail}; the limit is {Text(rule.EnterAbove)}." : string.Empty);
    }

    private static decimal? Magnitude(decimal? value) => value is { } known ? decimal.Abs(known) : null;

    private static string Text(decimal? value) => value is { } known ? DecimalText.Of(known) : "?";
}
