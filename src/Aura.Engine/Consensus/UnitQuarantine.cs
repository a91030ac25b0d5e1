using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Consensus;

/// <summary>
/// Excludes sources whose price is right in another unit. A source is judged by others only: at least two that lie close
/// together, and more of them than lie close to the source itself, so that two against two is nobody's to decide.
/// </summary>
public static class UnitQuarantine
{
    private const int RatioPlaces = 4;
    private const int FewestWitnesses = 2;

    /// <summary>The sources of an asset, those in another unit refused as wrong-unit.</summary>
    /// <param name="sources">Every configured source, sorted by id.</param>
    /// <param name="asset">The asset.</param>
    /// <param name="rules">The tolerances, and conversion factors.</param>
    public static ImmutableArray<SourceOutcome> Apply(
        ImmutableArray<SourceOutcome> sources, AssetRule asset, ConsensusRules rules)
    {
        if (rules.Units is not { } units)
            return sources;

        var agreed = sources.Where(source => source is { IsAgreed: true, Price: not null })
            .OrderBy(source => source.Price).ThenBy(source => source.Source).ToList();
        return [.. sources.Select(source => source.IsAgreed ? Judge(source, agreed, asset, rules, units) : source)];
    }

    private static SourceOutcome Judge(
        SourceOutcome source, List<SourceOutcome> agreed, AssetRule asset, ConsensusRules rules, UnitRules units)
    {
        var witnesses = LargestGroup([.. agreed.Where(other => other.Source != source.Source)], units);
        if (witnesses.Length < FewestWitnesses || witnesses.Length <= CompanyOf(source, agreed, units)
            || source is not { Price: { } price, Quote: { } quote })
            return source;

        decimal reference = (PriceOf(witnesses[(witnesses.Length - 1) / 2]) + PriceOf(witnesses[witnesses.Length / 2])) / 2m;
        decimal ratio = price / reference;
        decimal? ounces = asset.Unit is PriceUnit.TroyOunce
            ? OuncesPerShare.On(NewYorkTime.DateOf(quote.SourceTime), rules)
            : null;
        var nearest = UnitFactor.Of(asset, ounces).MinBy(factor => factor.DistanceOf(ratio));
        return nearest is null || nearest.DistanceOf(ratio) > units.FactorPercent
            ? source
            : source with
            {
                Verdict = SourceVerdict.Refused,
                Refusal = RefusalCode.WrongUnit,
                Price = null,
                Reason = $"{DecimalText.Of(price)} is {Ratio(ratio)} what "
                    + $"{string.Join(", ", witnesses.Select(witness => witness.Source).Order())} agree on, near {nearest.Meaning}: "
                    + "another unit. It is quarantined.",
            };
    }

    // Sources that bear the suspect out; itself is one.
    private static int CompanyOf(SourceOutcome source, List<SourceOutcome> agreed, UnitRules units) =>
        agreed.Count(other => IsClose(
            decimal.Min(PriceOf(source), PriceOf(other)), decimal.Max(PriceOf(source), PriceOf(other)), units));

    // Sorted by price, so that a group is a stretch of the list; of equal ones the cheapest, for the same answer each time.
    private static ImmutableArray<SourceOutcome> LargestGroup(ImmutableArray<SourceOutcome> sorted, UnitRules units)
    {
        int best = 0;
        int length = 0;
        for (int first = 0; first < sorted.Length; first++)
        {
            int count = sorted.Skip(first).TakeWhile(other => IsClose(PriceOf(sorted[first]), PriceOf(other), units)).Count();
            if (count > length)
                (best, length) = (first, count);
        }

        return sorted.Slice(best, length);
    }

    private static bool IsClose(decimal low, decimal high, UnitRules units) =>
        high - low <= low * units.ReferencePercent / 100m;

    private static decimal PriceOf(SourceOutcome source) => source.Price.GetValueOrDefault();

    private static string Ratio(decimal ratio) => ratio >= 1m
        ? $"{DecimalText.Of(decimal.Round(ratio, RatioPlaces, MidpointRounding.ToEven))} times"
        : $"1/{DecimalText.Of(decimal.Round(1m / ratio, RatioPlaces, MidpointRounding.ToEven))} of";
}
