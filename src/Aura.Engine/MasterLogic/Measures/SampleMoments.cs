using System.Runtime.InteropServices;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>Mean and deviation of a sample of returns, summed from the oldest to the newest: the same bits everywhere.</summary>
/// <param name="Mean">The arithmetic mean, percent.</param>
/// <param name="Deviation">√(Σ (r − mean)² / (n − 1)), percent: the estimate for what the returns are a sample of.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SampleMoments(double Mean, double Deviation)
{
    /// <summary>Fewer have no deviation.</summary>
    public const int Least = 2;

    public static SampleMoments Of(ReadOnlySpan<RoundReturn> returns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(returns.Length, Least, nameof(returns));
        double sum = 0d;
        foreach (var one in returns)
            sum += one.Percent;
        double mean = sum / returns.Length;

        double squares = 0d;
        foreach (var one in returns)
            squares += (one.Percent - mean) * (one.Percent - mean);
        return new SampleMoments(mean, Math.Sqrt(squares / (returns.Length - 1)));
    }
}
