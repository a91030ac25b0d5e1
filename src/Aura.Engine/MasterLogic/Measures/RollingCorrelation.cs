using System.Collections.Immutable;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// How two assets move together over a window (Pearson): Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² · Σ (y − ȳ)²), from −1 to 1,
/// 9 places.
/// </summary>
public static class RollingCorrelation
{
    /// <summary>Two pairs always lie on a line.</summary>
    public const int Least = 3;

    /// <summary>After every pair; null before the window is full, and while one of the assets does not move at all.</summary>
    /// <param name="pairs">In the order of time.</param>
    /// <param name="window">How many pairs it looks back on, the latest included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window holds fewer than <see cref="Least"/> pairs.</exception>
    public static ImmutableArray<decimal?> Series(ImmutableArray<PairedReturn> pairs, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, Least);
        var series = ImmutableArray.CreateBuilder<decimal?>(pairs.Length);
        for (int end = 1; end <= pairs.Length; end++)
            series.Add(end < window ? null : Of(pairs.AsSpan(end - window, window)));
        return series.MoveToImmutable();
    }

    private static decimal? Of(ReadOnlySpan<PairedReturn> pairs)
    {
        double sumX = 0d, sumY = 0d;
        foreach (var pair in pairs)
        {
            sumX += pair.First;
            sumY += pair.Second;
        }

        double meanX = sumX / pairs.Length, meanY = sumY / pairs.Length;
        double products = 0d, squaresX = 0d, squaresY = 0d;
        bool movesX = false, movesY = false;
        foreach (var pair in pairs)
        {
            double x = pair.First - meanX, y = pair.Second - meanY;
            products += x * y;
            squaresX += x * x;
            squaresY += y * y;
            // A mean of equal numbers may miss them by a last bit: the squares alone would call that a move.
            movesX |= pair.First != pairs[0].First;
            movesY |= pair.Second != pairs[0].Second;
        }

        double scale = Math.Sqrt(squaresX) * Math.Sqrt(squaresY);
        return movesX && movesY && scale > 0d ? Measured.Of(Math.Clamp(products / scale, -1d, 1d)) : null;
    }
}
