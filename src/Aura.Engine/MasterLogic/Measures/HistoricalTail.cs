using System.Collections.Immutable;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// Value at risk and expected shortfall as the returns of the sample had them, without a model. Losses are positive, in
/// percent of the price for one return, 9 places; a negative one means that even the tail gained.
/// </summary>
/// <param name="Confidence">The level.</param>
/// <param name="Returns">n, the size of the sample.</param>
/// <param name="Rank">k = ⌈n · (1 − level)⌉, the number of returns in the tail.</param>
/// <param name="ValueAtRiskPercent">
/// The loss of the k-th worst return: the smallest return at which the empirical distribution reaches 1 − level (type 1 of
/// Hyndman and Fan, 1996). It is one of the returns and never interpolated.
/// </param>
/// <param name="ShortfallPercent">The mean loss of the k worst returns, that one included: never less.</param>
public sealed record HistoricalTail(
    Confidence Confidence, int Returns, int Rank, decimal ValueAtRiskPercent, decimal ShortfallPercent)
{
    /// <summary>Of a sample in any order.</summary>
    /// <returns>Null for fewer returns than <see cref="Confidence.LeastReturns"/>.</returns>
    public static HistoricalTail? Of(ImmutableArray<RoundReturn> returns, Confidence confidence)
    {
        if (returns.Length < confidence.LeastReturns)
            return null;

        double[] ascending = [.. returns.Select(one => one.Percent).Order()];
        int rank = confidence.RankOf(ascending.Length);
        double worst = 0d;
        for (int i = 0; i < rank; i++)
            worst += ascending[i];
        return new HistoricalTail(
            confidence, ascending.Length, rank, Measured.Of(-ascending[rank - 1]), Measured.Of(-worst / rank));
    }
}
