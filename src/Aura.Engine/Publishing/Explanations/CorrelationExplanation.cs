using System.Collections.Immutable;
using Aura.Engine.MasterLogic.Measures;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>How two assets move together, in words.</summary>
/// <param name="Coefficient">The formula with its numbers, or what is missing.</param>
/// <param name="JointTail">How often both lost badly together, or what is missing.</param>
public sealed record CorrelationExplanation(string Coefficient, string JointTail)
{
    /// <summary>Explains what was measured.</summary>
    public static CorrelationExplanation Of(AssetCorrelation correlation)
    {
        string rules = $"measure rules {correlation.Rules.Version}";
        string sample = MeasureWording.Sample(correlation.Pairs.Length, "pair", correlation.From, correlation.To);
        return new CorrelationExplanation(
            $"{CoefficientOf(correlation, sample)}, {rules}.", $"{TailOf(correlation, sample)}, {rules}.");
    }

    private static string CoefficientOf(AssetCorrelation correlation, string sample)
    {
        var pairs = correlation.Pairs;
        int window = correlation.Rules.CorrelationWindow;
        if (pairs.Length < window)
            return $"No correlation: it needs {window} pairs of returns over the same rounds and there are {sample}";
        if (correlation.Latest is not { } coefficient)
            return $"No correlation: one of the two did not move in the latest {window} pairs, rounds {Span(pairs, window)}";

        return $"Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² · Σ (y − ȳ)²) = {Wording.Number(coefficient)} for the latest {window} pairs of simple "
            + $"returns, rounds {Span(pairs, window)}, of {sample}";
    }

    private static string TailOf(AssetCorrelation correlation, string sample) =>
        correlation.JointTail is not { } tail
            ? $"No joint tail: it needs at least {Confidence.Of95.LeastReturns} pairs of returns and there are {sample}"
            : $"Both lost more than their own historical VaR at 95 % ({Wording.Number(tail.First.ValueAtRiskPercent)} % and "
                + $"{Wording.Number(tail.Second.ValueAtRiskPercent)} %, return number {tail.First.Rank} in ascending order) in {tail.Count} of "
                + $"{sample}; the latest pair is {(tail.IsNow ? "one of them" : "none of them")}";

    private static string Span(ImmutableArray<PairedReturn> pairs, int window) => $"{pairs[^window].Before} to {pairs[^1].Round}";
}
