using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Dashboard.Sources;

/// <summary>Prices that are known beforehand, simulated or recorded, in place of the vendors' own.</summary>
internal interface IMarketTape
{
    /// <summary>The market's clock at a round, or null when the tape has ended.</summary>
    MarketMoment? MomentOf(RoundNumber round, Slot slot);

    /// <summary>What the source states in the round, in its own unit; null when it has no price then.</summary>
    decimal? PriceOf(FetchRequest request);

    /// <summary>How long the answer takes; computed, never waited for.</summary>
    TimeSpan DelayOf(FetchRequest request);
}
