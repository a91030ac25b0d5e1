using System.Collections.Immutable;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// Volatility that forgets: √(Σ λⁱ·r²ₙ₋ᵢ / Σ λⁱ), the exponentially weighted mean of squared returns with a mean return
/// of zero (RiskMetrics Technical Document, 4th ed. 1996, chapter 5). The weights are divided by their own sum, so that no
/// first variance has to be invented; from the recursion σ² ← λσ² + (1 − λ)r² it differs by less than λⁿ of the whole.
/// </summary>
public static class EwmaVolatility
{
    /// <summary>Fewer returns than these say little: with λ = 0.94 the first 20 weigh 71 % of what an endless series would.</summary>
    public const int Least = 20;

    /// <summary>After every return, in percent per return, 9 places; null before <see cref="Least"/> returns.</summary>
    /// <param name="returns">In the order of time.</param>
    /// <param name="decay">λ.</param>
    /// <exception cref="ArgumentOutOfRangeException">λ is not between 0 and 1.</exception>
    public static ImmutableArray<decimal?> Series(ImmutableArray<RoundReturn> returns, decimal decay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(decay);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(decay, 1m);
        double lambda = (double)decay;
        double squares = 0d;
        double weights = 0d;
        var series = ImmutableArray.CreateBuilder<decimal?>(returns.Length);
        foreach (var one in returns)
        {
            squares = (lambda * squares) + (one.Percent * one.Percent);
            weights = (lambda * weights) + 1d;
            series.Add(series.Count + 1 < Least ? null : Measured.Of(Math.Sqrt(squares / weights)));
        }

        return series.MoveToImmutable();
    }
}
