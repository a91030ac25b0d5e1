namespace Aura.Engine.Market;

/// <summary>Where bodies come from. The nodes, parsers and consensus are the same in all modes.</summary>
public enum MarketMode
{
    /// <summary>Seeded scenarios rendered as vendor-shaped bodies.</summary>
    Simulated,

    /// <summary>Recorded prices rendered as vendor-shaped bodies, one row a round.</summary>
    Replay,

    /// <summary>The vendors themselves.</summary>
    Live,
}
