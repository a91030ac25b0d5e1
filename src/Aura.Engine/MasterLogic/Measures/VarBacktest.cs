using System.Collections.Immutable;
using System.Diagnostics;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// How often a value at risk would have been exceeded: every return is held against the one that was forecast from the
/// returns before it, and from no other. The engine only counts; what the count says is a question of statistics.
/// </summary>
/// <param name="Method">How each forecast is made.</param>
/// <param name="Confidence">The level: exceeded by 1 − level of the returns when the forecasts are right.</param>
/// <param name="Window">Returns that a forecast looks back on.</param>
/// <param name="Forecasts">Returns that had a forecast.</param>
/// <param name="Exceedances">Returns whose loss was greater than forecast; an equal loss is none.</param>
public sealed record VarBacktest(VarMethod Method, Confidence Confidence, int Window, int Forecasts, int Exceedances)
{
    /// <summary>The share of forecasts that were exceeded, in percent, 9 places; null without a forecast.</summary>
    public decimal? ExceededPercent => Forecasts == 0 ? null : Measured.Of(100m * Exceedances / Forecasts);

    /// <summary>How many would be exceeded on average if the forecasts were right.</summary>
    public decimal Expected => Forecasts * Confidence.TailPercent / 100m;

    /// <summary>Over returns in the order of time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The window is too short for the method.</exception>
    public static VarBacktest Of(ImmutableArray<RoundReturn> returns, VarMethod method, Confidence confidence, int window)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, method switch
        {
            VarMethod.Historical => confidence.LeastReturns,
            VarMethod.Parametric => ParametricTail.Least,
            _ => throw new UnreachableException(),
        });
        int exceedances = method is VarMethod.Historical
            ? AgainstHistory(returns.AsSpan(), confidence, window)
            : AgainstNormal(returns.AsSpan(), confidence, window);
        return new VarBacktest(method, confidence, window, Math.Max(0, returns.Length - window), exceedances);
    }

    // Sorting every window anew would take ten times as long; a page does this with every round.
    private static int AgainstHistory(ReadOnlySpan<RoundReturn> returns, Confidence confidence, int window)
    {
        var sorted = new SortedWindow(window);
        int rank = confidence.RankOf(window);
        int exceedances = 0;
        for (int i = 0; i < returns.Length; i++)
        {
            if (i >= window)
            {
                if (Exceeds(returns[i], Measured.Of(-sorted.Lowest(rank))))
                    exceedances++;
                sorted.Remove(returns[i - window].Percent);
            }

            sorted.Add(returns[i].Percent);
        }

        return exceedances;
    }

    private static int AgainstNormal(ReadOnlySpan<RoundReturn> returns, Confidence confidence, int window)
    {
        int exceedances = 0;
        for (int i = window; i < returns.Length; i++)
        {
            if (Exceeds(returns[i], ParametricTail.ValueAtRisk(SampleMoments.Of(returns.Slice(i - window, window)), confidence)))
                exceedances++;
        }

        return exceedances;
    }

    private static bool Exceeds(RoundReturn one, decimal valueAtRisk) => Measured.Of(-one.Percent) > valueAtRisk;
}
