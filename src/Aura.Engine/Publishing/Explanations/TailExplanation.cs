using Aura.Engine.MasterLogic.Measures;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>The losses to reckon with at one level of confidence in words.</summary>
/// <param name="Confidence">The level.</param>
/// <param name="HistoricalValueAtRisk">Which of the returns it is, or what is missing.</param>
/// <param name="HistoricalShortfall">Which returns it is the mean of, or what is missing.</param>
/// <param name="ParametricValueAtRisk">The formula with its numbers, or what is missing.</param>
/// <param name="ParametricShortfall">The formula with its numbers, or what is missing.</param>
public sealed record TailExplanation(
    Confidence Confidence, string HistoricalValueAtRisk, string HistoricalShortfall, string ParametricValueAtRisk,
    string ParametricShortfall)
{
    /// <summary>Explains one level.</summary>
    public static TailExplanation Of(RiskMeasures measures, TailMeasures tail) =>
        new(
            tail.Confidence,
            HistoricalSentences.ValueAtRisk(measures, tail),
            HistoricalSentences.Shortfall(measures, tail),
            ParametricSentences.ValueAtRisk(measures, tail),
            ParametricSentences.Shortfall(measures, tail));
}
