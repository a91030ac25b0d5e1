namespace Aura.Dashboard.Components.Charts;

/// <summary>A value axis with round numbers on it: 1, 2, 2.5 or 5 times a power of ten apart.</summary>
internal sealed record ChartScale(decimal Min, decimal Max, decimal Step)
{
    private const int TargetSteps = 4;
    private const decimal FlatMargin = 0.002m;
    private static readonly decimal[] RoundSteps = [1m, 2m, 2.5m, 5m, 10m];

    public int Steps => (int)((Max - Min) / Step);

    public int Decimals => Trimmed(Step).Scale;

    /// <summary>Null when there is nothing to measure by.</summary>
    public static ChartScale? Over(IEnumerable<decimal> values, ChartRange range)
    {
        decimal? low = range.Min;
        decimal? high = range.Max;
        foreach (decimal value in values)
        {
            low = low is { } l && l <= value ? l : value;
            high = high is { } h && h >= value ? h : value;
        }

        if ((low ?? high) is not { } from || (high ?? low) is not { } to)
            return null;

        if (from == to)
        {
            // A flat line belongs into the middle, unless the page has said where the axis begins.
            decimal margin = from == 0 ? 1m : Math.Abs(from) * FlatMargin;
            to += margin;
            from -= range.Min == from ? 0m : margin;
        }

        decimal step = StepFor((to - from) / TargetSteps);
        return new ChartScale(Math.Floor(from / step) * step, Math.Ceiling(to / step) * step, step);
    }

    private static decimal StepFor(decimal rough)
    {
        decimal magnitude = 1m;
        for (; rough < 1m; rough *= 10m)
            magnitude /= 10m;
        for (; rough >= 10m; rough /= 10m)
            magnitude *= 10m;
        return RoundSteps.First(step => step >= rough) * magnitude;
    }

    // Division drops trailing zeros: 2.50 becomes 2.5.
    private static decimal Trimmed(decimal value) => value / 1.0000000000000000000000000000m;
}
