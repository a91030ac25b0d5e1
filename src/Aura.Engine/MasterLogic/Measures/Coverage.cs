namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// What the share of exceedances says about a value at risk (Kupiec's proportion of failures, 1995). It needs logarithms, so
/// the engine does not compute it: whoever shows a backtest does, and the engine finds the words.
/// </summary>
/// <param name="Verdict">What follows, at 5 % significance.</param>
/// <param name="LikelihoodRatio">How much less likely the count is under the model than under its own share; null when too short.</param>
/// <param name="PValue">How often a right model would have a ratio as great, from 0 to 1, 6 places; null when too short.</param>
/// <param name="LeastForecasts">The fewest forecasts that can show too few exceedances: with fewer, not even none would.</param>
public sealed record Coverage(CoverageVerdict Verdict, decimal? LikelihoodRatio, decimal? PValue, int LeastForecasts);
