namespace Aura.Engine.MasterLogic.Measures;

/// <summary>How a value at risk is estimated.</summary>
public enum VarMethod
{
    /// <summary>From the returns of the sample themselves: <see cref="HistoricalTail"/>.</summary>
    Historical,

    /// <summary>From a normal distribution: <see cref="ParametricTail"/>.</summary>
    Parametric,
}
