using Aura.Engine.MasterLogic.Measures;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>How much an asset moves, with and without forgetting.</summary>
internal static class VolatilitySentences
{
    public static string Ewma(RiskMeasures measures)
    {
        if (measures.Ewma.IsEmpty || measures.Ewma[^1] is not { } volatility)
            return MeasureWording.TooFew("EWMA volatility", EwmaVolatility.Least, measures);

        string decay = Wording.Number(measures.Rules.EwmaDecay);
        var latest = measures.Returns[^1];
        return $"√(Σ {decay}ⁱ · rₙ₋ᵢ² / Σ {decay}ⁱ) for i = 0 … n − 1 = {Wording.Number(volatility)} % per return, from n = "
            + $"{MeasureWording.Sample(measures)}. The latest, rₙ = {Wording.Number(Rounded(latest.Percent))} % from round {latest.Before} "
            + $"to {latest.Round}, weighs most; the mean return is taken as zero (RiskMetrics 1996).";
    }

    public static string Realised(RiskMeasures measures)
    {
        int window = measures.Rules.RealisedWindow;
        if (measures.Realised.IsEmpty || measures.Realised[^1] is not { } volatility)
            return MeasureWording.TooFew("realised volatility", window, measures);

        return $"√(Σ (r − mean)² / (n − 1)) of the latest n = {window} simple returns = {Wording.Number(volatility)} % per return, not "
            + $"annualised: rounds {measures.Returns[^window].Before} to {measures.Returns[^1].Round} of {MeasureWording.Sample(measures)}.";
    }

    private static decimal Rounded(double percent) => decimal.Round((decimal)percent, 9, MidpointRounding.ToEven);
}
