namespace Aura.Engine.MasterLogic;

/// <summary>How well an asset's price is supported. Ordered: a later quality is worse.</summary>
public enum Quality
{
    /// <summary>At least three agreed sources, and no vendor supplies more than half of them.</summary>
    Good,

    /// <summary>At least two agreed sources otherwise.</summary>
    Degraded,

    /// <summary>One agreed source: a price without a dispersion.</summary>
    SingleSource,

    /// <summary>No agreed source: no price.</summary>
    NoDecision,
}
