using System.Collections.Immutable;

namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// Value at risk and expected shortfall of a normal distribution with the sample's mean and deviation. Losses are positive,
/// in percent of the price for one return, 9 places.
/// </summary>
/// <param name="Confidence">The level.</param>
/// <param name="Returns">n, the size of the sample.</param>
/// <param name="MeanPercent">The mean of the returns.</param>
/// <param name="DeviationPercent">Their sample deviation, divided by n − 1.</param>
/// <param name="ValueAtRiskPercent">z·s − mean, the loss at the return mean − z·s.</param>
/// <param name="ShortfallPercent">s·φ(z) / (1 − level) − mean, the mean loss beyond that return.</param>
public sealed record ParametricTail(
    Confidence Confidence, int Returns, decimal MeanPercent, decimal DeviationPercent, decimal ValueAtRiskPercent,
    decimal ShortfallPercent)
{
    /// <summary>With fewer returns the deviation itself is uncertain by more than an eighth: 1 / √(2n).</summary>
    public const int Least = 30;

    /// <summary>Of a sample in the order of time.</summary>
    /// <returns>Null for fewer returns than <see cref="Least"/>.</returns>
    public static ParametricTail? Of(ImmutableArray<RoundReturn> returns, Confidence confidence)
    {
        if (returns.Length < Least)
            return null;

        var moments = SampleMoments.Of(returns.AsSpan());
        return new ParametricTail(
            confidence, returns.Length, Measured.Of(moments.Mean), Measured.Of(moments.Deviation),
            ValueAtRisk(moments, confidence),
            Measured.Of((confidence.NormalTailMean * moments.Deviation) - moments.Mean));
    }

    internal static decimal ValueAtRisk(SampleMoments moments, Confidence confidence) =>
        Measured.Of((confidence.NormalQuantile * moments.Deviation) - moments.Mean);
}
