namespace Aura.Engine.MasterLogic;

/// <summary>How far the sources of an asset disagree. Ordered: a later tier is worse.</summary>
public enum Tier
{
    /// <summary>Dispersion of at most 2 %.</summary>
    Normal,

    /// <summary>Above 2 and at most 5 %; a warning is logged.</summary>
    Elevated,

    /// <summary>Above 5 and at most 10 %; an alert.</summary>
    High,

    /// <summary>Above 10 %; the asset's breaker opens.</summary>
    Extreme,
}
