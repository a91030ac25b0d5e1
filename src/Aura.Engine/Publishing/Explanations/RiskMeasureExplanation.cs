using System.Collections.Immutable;
using Aura.Engine.MasterLogic.Measures;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>Every measure of an asset over a range of rounds in words.</summary>
/// <param name="Ewma">The formula with its numbers, or what is missing.</param>
/// <param name="Realised">The formula with its numbers, or what is missing.</param>
/// <param name="Drawdown">The deepest and the present fall with their prices and rounds.</param>
/// <param name="Tails">The losses to reckon with, one for each level, in the order of the measures.</param>
public sealed record RiskMeasureExplanation(
    string Ewma, string Realised, string Drawdown, ImmutableArray<TailExplanation> Tails)
{
    /// <summary>Explains what was measured.</summary>
    public static RiskMeasureExplanation Of(RiskMeasures measures) =>
        new(
            VolatilitySentences.Ewma(measures),
            VolatilitySentences.Realised(measures),
            DrawdownSentence.Of(measures),
            [.. measures.Tails.Select(tail => TailExplanation.Of(measures, tail))]);
}
