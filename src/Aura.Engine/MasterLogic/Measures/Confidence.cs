namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// A level of confidence with its constants of the standard normal distribution. They are written down and not computed:
/// that would need an exponential and a logarithm, which have other last bits on another platform.
/// </summary>
public sealed record Confidence
{
    private Confidence(int percent, double normalQuantile, double normalTailMean) =>
        (Percent, NormalQuantile, NormalTailMean) = (percent, normalQuantile, normalTailMean);

    /// <summary>95 %: a loss beyond it is expected in one of 20 returns.</summary>
    public static Confidence Of95 { get; } = new(95, 1.6448536269514722, 2.0627128075074257);

    /// <summary>99 %: a loss beyond it is expected in one of 100 returns.</summary>
    public static Confidence Of99 { get; } = new(99, 2.3263478740408408, 2.6652142203458076);

    /// <summary>The level in percent.</summary>
    public int Percent { get; }

    /// <summary>z: a standard normal variable stays below it with this confidence.</summary>
    public double NormalQuantile { get; }

    /// <summary>φ(z) / (1 − level): the mean of a standard normal variable beyond z.</summary>
    public double NormalTailMean { get; }

    /// <summary>The share of returns that lie beyond, in percent.</summary>
    public int TailPercent => 100 - Percent;

    /// <summary>
    /// The fewest returns of which the tail is a whole one: with fewer, every historical level is the same worst return.
    /// </summary>
    public int LeastReturns => 100 / TailPercent;

    /// <summary>⌈n · (1 − level)⌉: how many of n returns make the tail, in integers.</summary>
    public int RankOf(int returns) => ((returns * TailPercent) + 99) / 100;
}
