namespace Aura.Engine.MasterLogic.Measures;

/// <summary>The losses to reckon with at one level of confidence, both ways, and how both would have fared.</summary>
/// <param name="Confidence">The level.</param>
/// <param name="Historical">Null when there are too few returns.</param>
/// <param name="Parametric">Null when there are too few returns.</param>
/// <param name="HistoricalBacktest">Forecasts from the returns of the window before.</param>
/// <param name="ParametricBacktest">The same with a normal distribution.</param>
public sealed record TailMeasures(
    Confidence Confidence, HistoricalTail? Historical, ParametricTail? Parametric, VarBacktest HistoricalBacktest,
    VarBacktest ParametricBacktest);
