using Aura.Engine.MasterLogic.Measures;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>The tail as a normal distribution would have it.</summary>
internal static class ParametricSentences
{
    public static string ValueAtRisk(RiskMeasures measures, TailMeasures tail) =>
        tail.Parametric is not { } parametric
            ? TooFew("parametric VaR", measures, tail)
            : $"z · s − mean = {MeasureWording.Number(tail.Confidence.NormalQuantile)} · {Sum(parametric)} = "
                + $"{Wording.Number(parametric.ValueAtRiskPercent)} %{Model(measures)}";

    public static string Shortfall(RiskMeasures measures, TailMeasures tail) =>
        tail.Parametric is not { } parametric
            ? TooFew("parametric CVaR", measures, tail)
            : $"φ(z) / {tail.Confidence.TailPercent} % · s − mean = {MeasureWording.Number(tail.Confidence.NormalTailMean)} · "
                + $"{Sum(parametric)} = {Wording.Number(parametric.ShortfallPercent)} %{Model(measures)}";

    private static string Sum(ParametricTail parametric) =>
        $"{Wording.Number(parametric.DeviationPercent)} − ({Wording.Number(parametric.MeanPercent)})";

    private static string Model(RiskMeasures measures) =>
        $", for a normal distribution with the mean and deviation s of n = {MeasureWording.Sample(measures)}.";

    private static string TooFew(string what, RiskMeasures measures, TailMeasures tail) =>
        MeasureWording.TooFew($"{what} at {tail.Confidence.Percent} %", ParametricTail.Least, measures);
}
