namespace Aura.Engine.Market;

/// <summary>What one price buys. Currency is always USD.</summary>
public enum PriceUnit
{
    /// <summary>One share of a company or fund.</summary>
    Share,

    /// <summary>One troy ounce, 31.1034768 g.</summary>
    TroyOunce,
}
