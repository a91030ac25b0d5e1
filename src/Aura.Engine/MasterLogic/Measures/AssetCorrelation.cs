using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// What the prices of two assets say about each other over a range of rounds. For people: it decides nothing and is not
/// recorded.
/// </summary>
/// <param name="Rules">What it was computed with.</param>
/// <param name="From">The first round of the range.</param>
/// <param name="To">The last round of the range.</param>
/// <param name="Pairs">Returns of both over the same rounds, oldest first.</param>
/// <param name="Coefficients">The rolling correlation after every pair.</param>
/// <param name="JointTail">Null for too few pairs.</param>
public sealed record AssetCorrelation(
    MeasureRules Rules, RoundNumber From, RoundNumber To, ImmutableArray<PairedReturn> Pairs,
    ImmutableArray<decimal?> Coefficients, JointTail? JointTail)
{
    /// <summary>The correlation of the latest window; null when there is none.</summary>
    public decimal? Latest => Coefficients.IsEmpty ? null : Coefficients[^1];

    /// <summary>Over positive prices in the order of time, splits taken out.</summary>
    /// <returns>Null when one of them has no round.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A price is zero or negative.</exception>
    public static AssetCorrelation? Of(
        ImmutableArray<RoundPrice> first, ImmutableArray<RoundPrice> second, MeasureRules rules)
    {
        if (first.IsEmpty || second.IsEmpty)
            return null;

        var pairs = PairedReturn.Of(SimpleReturns.Of(first), SimpleReturns.Of(second));
        RoundNumber[] ends = [first[0].Round, second[0].Round, first[^1].Round, second[^1].Round];
        return new AssetCorrelation(
            rules, ends.Min(), ends.Max(), pairs, RollingCorrelation.Series(pairs, rules.CorrelationWindow),
            Measures.JointTail.Of(pairs));
    }
}
