using Aura.Engine.MasterLogic.Measures;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>The tail as the returns had it.</summary>
internal static class HistoricalSentences
{
    public static string ValueAtRisk(RiskMeasures measures, TailMeasures tail) =>
        tail.Historical is not { } historical
            ? TooFew("historical VaR", measures, tail)
            : $"Return number k = ⌈n · {tail.Confidence.TailPercent} %⌉ = {historical.Rank}, the worst being number 1, is a loss of "
                + $"{Wording.Number(historical.ValueAtRiskPercent)} %; nothing is interpolated. From n = {MeasureWording.Sample(measures)}.";

    public static string Shortfall(RiskMeasures measures, TailMeasures tail) =>
        tail.Historical is not { } historical
            ? TooFew("historical CVaR", measures, tail)
            : $"The mean of the k = ⌈n · {tail.Confidence.TailPercent} %⌉ = {historical.Rank} worst returns is a loss of "
                + $"{Wording.Number(historical.ShortfallPercent)} %. From n = {MeasureWording.Sample(measures)}.";

    private static string TooFew(string what, RiskMeasures measures, TailMeasures tail) =>
        MeasureWording.TooFew($"{what} at {tail.Confidence.Percent} %", tail.Confidence.LeastReturns, measures);
}
