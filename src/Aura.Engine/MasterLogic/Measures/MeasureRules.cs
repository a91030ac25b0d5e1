namespace Aura.Engine.MasterLogic.Measures;

/// <summary>
/// What the measures are computed with. They decide nothing, so they are no part of the rule set and change no digest;
/// whoever reads a figure still learns by which version of them it was computed.
/// </summary>
/// <param name="Version">Rises with every change of a formula or a number.</param>
/// <param name="EwmaDecay">λ, the weight of a squared return beside that of the one after it; between 0 and 1.</param>
/// <param name="RealisedWindow">Returns of a realised volatility.</param>
/// <param name="CorrelationWindow">Pairs of returns of a correlation.</param>
/// <param name="BacktestWindow">Returns that a forecast of the backtest looks back on.</param>
public sealed record MeasureRules(
    int Version, decimal EwmaDecay, int RealisedWindow, int CorrelationWindow, int BacktestWindow)
{
    /// <summary>
    /// λ = 0.94 is the daily factor of RiskMetrics (J.P. Morgan/Reuters, Technical Document, 4th ed. 1996); 250 returns
    /// are the year of the Basel Committee's backtest (1996), 20 and 60 a month and a quarter of trading days.
    /// </summary>
    public static MeasureRules Default { get; } = new(1, 0.94m, 20, 60, 250);
}
