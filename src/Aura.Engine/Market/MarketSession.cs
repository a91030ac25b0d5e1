namespace Aura.Engine.Market;

/// <summary>Whether the market trades at the round's market time.</summary>
public enum MarketSession
{
    /// <summary>In session.</summary>
    Open,

    /// <summary>Out of session: fetched and agreed, but neither alarming nor published.</summary>
    Closed,
}
