using Aura.Engine.Consensus;

namespace Aura.Engine.MasterLogic;

/// <summary>
/// The exponentially weighted variance of an asset's simple returns from round to round: v′ = λ·v + (1 − λ)·r², begun with
/// the first r² (RiskMetrics Technical Document, 1996). Volatility is movement over time, dispersion is disagreement at
/// one moment: sources that agree to the cent show none of the second in the worst of crashes.
/// </summary>
/// <param name="Variance">In percent², 18 places, half-even.</param>
/// <param name="Returns">How many returns it is made of.</param>
public sealed record ReturnMemory(decimal Variance, long Returns)
{
    private const int VariancePlaces = 18;
    private const int VolatilityPlaces = 9;

    // Beyond it a square no longer fits with all its places; no price moves by a million percent and stays one price.
    private const decimal LargestReturnPercent = 1_000_000m;

    /// <summary>The memory after one more return.</summary>
    /// <param name="before">Null before the first.</param>
    /// <param name="returnPercent">The simple return in percent.</param>
    /// <param name="rules">The decay.</param>
    public static ReturnMemory After(ReturnMemory? before, decimal returnPercent, VolatilityRules rules)
    {
        decimal bounded = decimal.Clamp(returnPercent, -LargestReturnPercent, LargestReturnPercent);
        decimal square = bounded * bounded;
        decimal variance = before is null ? square : (rules.Decay * before.Variance) + ((1m - rules.Decay) * square);
        return new ReturnMemory(
            decimal.Round(variance, VariancePlaces, MidpointRounding.ToEven), (before?.Returns ?? 0) + 1);
    }

    /// <summary>√v in percent a round, 9 places; null while there are too few returns.</summary>
    public decimal? VolatilityPercent(VolatilityRules rules) =>
        Returns < rules.FewestReturns
            ? null
            : decimal.Round(SquareRoot.Of(Variance), VolatilityPlaces, MidpointRounding.ToEven);
}
