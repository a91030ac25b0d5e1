using System.Collections.Immutable;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// How often two assets lost badly together, each more than its own historical value at risk of the same pairs.
/// Correlation is an average over calm rounds too; this looks at the rounds in which diversification is needed.
/// </summary>
/// <param name="First">The first asset's tail.</param>
/// <param name="Second">The second asset's tail.</param>
/// <param name="Pairs">Pairs that were looked at.</param>
/// <param name="Count">Pairs in which both losses were greater than their value at risk.</param>
/// <param name="IsNow">Whether the latest pair is one of them.</param>
public sealed record JointTail(HistoricalTail First, HistoricalTail Second, int Pairs, int Count, bool IsNow)
{
    /// <summary>Over pairs in the order of time, at 95 %.</summary>
    /// <returns>Null for fewer pairs than <see cref="Confidence.LeastReturns"/>.</returns>
    public static JointTail? Of(ImmutableArray<PairedReturn> pairs)
    {
        var first = HistoricalTail.Of([.. pairs.Select(pair => new RoundReturn(pair.Before, pair.Round, pair.First))], Confidence.Of95);
        var second = HistoricalTail.Of([.. pairs.Select(pair => new RoundReturn(pair.Before, pair.Round, pair.Second))], Confidence.Of95);
        if (first is null || second is null)
            return null;

        return new JointTail(first, second, pairs.Length, pairs.Count(IsBeyond), IsBeyond(pairs[^1]));

        bool IsBeyond(PairedReturn pair) =>
            Measured.Of(-pair.First) > first.ValueAtRiskPercent && Measured.Of(-pair.Second) > second.ValueAtRiskPercent;
    }
}
