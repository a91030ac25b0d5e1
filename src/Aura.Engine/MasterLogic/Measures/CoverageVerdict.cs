namespace Aura.Engine.MasterLogic.Measures;

/// <summary>What a backtest says about a value at risk.</summary>
public enum CoverageVerdict
{
    /// <summary>Too few forecasts to tell a right model from a wrong one.</summary>
    TooShort,

    /// <summary>As many exceedances as a right model may well have.</summary>
    Holds,

    /// <summary>The model understates losses.</summary>
    TooMany,

    /// <summary>The model overstates losses.</summary>
    TooFew,
}
