using System.Collections.Immutable;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>Volatility of a window: the sample deviation of its returns, √(Σ (r − mean)² / (n − 1)). Not annualised.</summary>
public static class RealisedVolatility
{
    /// <summary>After every return, in percent per return, 9 places; null before the window is full.</summary>
    /// <param name="returns">In the order of time.</param>
    /// <param name="window">How many returns it looks back on, the latest included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The window holds fewer than two returns.</exception>
    public static ImmutableArray<decimal?> Series(ImmutableArray<RoundReturn> returns, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, SampleMoments.Least);
        var series = ImmutableArray.CreateBuilder<decimal?>(returns.Length);
        for (int end = 1; end <= returns.Length; end++)
            series.Add(end < window ? null : Measured.Of(SampleMoments.Of(returns.AsSpan(end - window, window)).Deviation));
        return series.MoveToImmutable();
    }
}
