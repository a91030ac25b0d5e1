using System.Diagnostics;
using Aura.Engine.MasterLogic.Measures;

namespace Aura.Engine.Publishing.Explanations;

/// <summary>Whether forecasts of losses came true.</summary>
public static class BacktestSentence
{
    /// <summary>The counts, the test and what follows from it.</summary>
    public static string Of(RiskMeasures measures, VarBacktest backtest, Coverage coverage)
    {
        string forecasts = $"{backtest.Method} VaR at {backtest.Confidence.Percent} %, forecast for each return from the "
            + $"{backtest.Window} before it";
        string sample = MeasureWording.Sample(measures);
        if (coverage.Verdict is CoverageVerdict.TooShort)
            return $"Too short to say: {forecasts}. {Count(backtest.Forecasts)} there and the test needs "
                + $"{coverage.LeastForecasts}, because with fewer not even none exceeded would be too few. From {sample}.";

        string verdict = coverage.Verdict switch
        {
            CoverageVerdict.Holds => "is not below 5 %, so the model holds",
            CoverageVerdict.TooMany => "is below 5 %, so the model does not hold: it understates losses",
            CoverageVerdict.TooFew => "is below 5 %, so the model does not hold: it overstates losses",
            _ => throw new UnreachableException(),
        };
        return $"{forecasts}: {backtest.Exceedances} of {backtest.Forecasts} were exceeded ({Wording.Number(backtest.ExceededPercent)} "
            + $"%) where {Wording.Number(backtest.Expected)} are expected. Kupiec's likelihood ratio is "
            + $"{Wording.Number(coverage.LikelihoodRatio)}; its p-value of {Probability(coverage.PValue)} (χ², one degree of freedom) "
            + $"{verdict}. From {sample}.";
    }

    // Six places of nothing are not nothing.
    private static string Probability(decimal? pValue) => pValue is 0m ? "less than 0.000001" : Wording.Number(pValue);

    private static string Count(int forecasts) => forecasts == 1 ? "1 forecast is" : $"{forecasts} forecasts are";
}
