namespace Aura.Engine.MasterLogic;

/// <summary>How the volatility of agreed prices is followed from round to round.</summary>
/// <param name="Decay">λ of the exponentially weighted variance: what one round keeps of it, between 0 and 1.</param>
/// <param name="FewestReturns">Returns from which on the volatility says something.</param>
public sealed record VolatilityRules(decimal Decay, int FewestReturns)
{
    /// <summary>λ = 0.94, which RiskMetrics (1996) uses for daily returns, and 20 returns.</summary>
    public static VolatilityRules Default { get; } = new(0.94m, 20);
}
