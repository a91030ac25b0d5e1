using Aura.Dashboard.Queries;
using Aura.Engine.MasterLogic.Measures;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Aura.Dashboard.Backtests;

/// <summary>
/// The proportion of failures: is the share of exceedances the one that the level promises? LR = 2 ln of the likelihood of
/// the counts under their own share over that under the promised share; a right model's LR is distributed as χ² with one
/// degree of freedom (P. Kupiec, Techniques for Verifying the Accuracy of Risk Measurement Models, Journal of Derivatives
/// 3, 1995). It does not ask whether exceedances come in clusters.
/// </summary>
internal sealed class KupiecTest : ICoverageTest
{
    private const double Significance = 0.05;
    private const int DegreesOfFreedom = 1;
    private const int Places = 6;

    private static readonly double Critical = ChiSquared.InvCDF(DegreesOfFreedom, 1d - Significance);

    public Coverage Of(VarBacktest backtest)
    {
        double promised = backtest.Confidence.TailPercent / 100d;
        int least = LeastForecasts(promised);
        if (backtest.Forecasts < least)
            return new Coverage(CoverageVerdict.TooShort, null, null, least);

        double ratio = LikelihoodRatio(backtest.Forecasts, backtest.Exceedances, promised);
        double pValue = PValue(ratio);
        return new Coverage(Verdict(backtest, pValue), Rounded(ratio), Rounded(pValue), least);
    }

    // Of fewer forecasts even none exceeded is nothing unusual: the test could then only ever find a model too bold.
    private static int LeastForecasts(double promised) =>
        (int)Math.Ceiling(Critical / LikelihoodRatio(1, 0, promised));

    private static double LikelihoodRatio(int forecasts, int exceedances, double promised)
    {
        double own = (double)exceedances / forecasts;
        double ratio = 2d * (LogLikelihood(forecasts, exceedances, own) - LogLikelihood(forecasts, exceedances, promised));
        // The own share is the likeliest one; only rounding can say otherwise.
        return Math.Max(0d, ratio);
    }

    // 0 · ln 0 counts as 0: what never happened adds nothing.
    private static double LogLikelihood(int forecasts, int exceedances, double share)
    {
        int kept = forecasts - exceedances;
        return (kept == 0 ? 0d : kept * Math.Log(1d - share)) + (exceedances == 0 ? 0d : exceedances * Math.Log(share));
    }

    // The upper tail itself: one minus the lower one would round small p-values to zero.
    private static double PValue(double ratio) => SpecialFunctions.GammaUpperRegularized(DegreesOfFreedom / 2d, ratio / 2d);

    private static CoverageVerdict Verdict(VarBacktest backtest, double pValue) => pValue switch
    {
        >= Significance => CoverageVerdict.Holds,
        _ when backtest.Exceedances > backtest.Expected => CoverageVerdict.TooMany,
        _ => CoverageVerdict.TooFew,
    };

    private static decimal Rounded(double value) => decimal.Round((decimal)value, Places, MidpointRounding.ToEven);
}
