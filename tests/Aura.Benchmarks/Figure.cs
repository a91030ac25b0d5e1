using System.Globalization;

namespace Aura.Benchmarks;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">Our time.</param>
/// <param name="Floor">The time of what cannot be avoided.</param>
/// <param name="Ratio">The first divided by the second, or what takes its place.</param>
/// <param name="Goal">The goal in words.</param>
/// <param name="Verdict">Whether it was met.</param>
/// <param name="Remark">How to read it.</param>
internal sealed record Figure(
    string What, string Ours, string Floor, string Ratio, string Goal, string Verdict, string Remark)
{
    private const string Nothing = "-";

    /// <summary>Two times side by side, of which the ratio counts.</summary>
    public static Figure OfRatio(string what, TimeSpan ours, TimeSpan floor, double goal, string remark)
    {
        double ratio = ours / floor;
        return new(
            what, Milliseconds(ours), Milliseconds(floor), $"{Digits(ratio, "0.00")} x", $"<= {Digits(goal, "0.0")} x",
            Judge(ratio <= goal), remark);
    }

    /// <summary>Two times side by side, of which ours must be so many times shorter.</summary>
    public static Figure OfGain(string what, TimeSpan ours, TimeSpan other, double goal, string remark)
    {
        double gain = other / ours;
        return new(
            what, Milliseconds(ours), Milliseconds(other), $"{Digits(gain, "0.0")} x", $">= {Digits(goal, "0")} x",
            Judge(gain >= goal), remark);
    }

    /// <summary>A time with a limit of its own.</summary>
    public static Figure OfTime(string what, TimeSpan ours, TimeSpan limit, string remark) =>
        new(what, Seconds(ours), Nothing, Nothing, $"< {Seconds(limit)}", Judge(ours < limit), remark);

    /// <summary>Memory with a limit of its own.</summary>
    public static Figure OfBytes(string what, long bytes, long limit, string remark) =>
        new(what, Kilobytes(bytes), Nothing, Nothing, $"<= {Kilobytes(limit)}", Judge(bytes <= limit), remark);

    /// <summary>A time that stands beside the others.</summary>
    public static Figure Beside(string what, TimeSpan ours, string remark) =>
        new(what, Milliseconds(ours), Nothing, Nothing, Nothing, Nothing, remark);

    /// <summary>What could not be measured, and why.</summary>
    public static Figure Missing(string what, string goal, string verdict, string reason) =>
        new(what, Nothing, Nothing, Nothing, goal, verdict, reason);

    public static string Milliseconds(TimeSpan time) => $"{Digits(time.TotalMilliseconds, "0.000")} ms";

    public static string Seconds(TimeSpan time) => $"{Digits(time.TotalSeconds, "0.0")} s";

    private static string Kilobytes(long bytes) => $"{Digits(bytes / 1_000.0, "0.0")} KB";

    private static string Judge(bool isMet) => isMet ? "met" : "NOT met";

    private static string Digits(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
