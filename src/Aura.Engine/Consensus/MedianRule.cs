using System.Collections.Immutable;

namespace Aura.Engine.Consensus;

/// <summary>
/// The arithmetic of the agreement kind <see cref="AgreementKind.Median"/>. Of at least 2f+1 values at most f are lies,
/// so the middle has an honest value on either side: no liar can push it out of the honest range.
/// </summary>
public static class MedianRule
{
    /// <summary>
    /// The middle of an odd number of values, the lower middle of an even one: always a value that a node stated, while
    /// the mean of the two middles would be nobody's.
    /// </summary>
    /// <exception cref="ArgumentException">There is no value.</exception>
    public static T LowerMiddle<T>(IEnumerable<T> values)
        where T : IComparable<T>
    {
        ImmutableArray<T> sorted = [.. values.Order()];
        return sorted.IsEmpty
            ? throw new ArgumentException("No value has a middle.", nameof(values))
            : sorted[(sorted.Length - 1) / 2];
    }

    /// <summary>Whether a value lies within so many percent of the median; both ends belong to the range.</summary>
    public static bool IsWithin(decimal value, decimal median, decimal tolerancePercent) =>
        decimal.Abs(value - median) * 100m <= tolerancePercent * median;
}
