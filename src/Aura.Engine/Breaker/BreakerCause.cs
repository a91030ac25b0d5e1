namespace Aura.Engine.Breaker;

/// <summary>Why a breaker changed its state.</summary>
public enum BreakerCause
{
    /// <summary>The breaker was configured and has never changed.</summary>
    Initial,

    /// <summary>The asset's dispersion is Extreme.</summary>
    ExtremeDispersion,

    /// <summary>The raw system score reached its limit.</summary>
    SystemScore,

    /// <summary>No decision for the configured number of rounds.</summary>
    NoDecision,

    /// <summary>A person tripped it.</summary>
    ManualTrip,

    /// <summary>A person reset it.</summary>
    ManualReset,

    /// <summary>The ledger does not hold: an entry was altered, or the ledger contradicts what it committed itself to.</summary>
    LedgerVerification,

    /// <summary>Enough clean rounds followed a person's reset.</summary>
    CleanRounds,

    /// <summary>The agreed price is too far from the one before.</summary>
    PriceJump,

    /// <summary>The first agreed price of a session is too far from the last one of the session before.</summary>
    OpeningGap,

    /// <summary>The agreed price moves too much over time, though its sources may agree.</summary>
    Volatility,

    /// <summary>Too many of the asset's sources state old prices.</summary>
    Stale,

    /// <summary>Sources state prices in another unit than configured.</summary>
    UnitSuspicion,

    /// <summary>More nodes than may be faulty said two different things in one round.</summary>
    Equivocation,

    /// <summary>Every asset is High or worse.</summary>
    EveryAssetHigh,

    /// <summary>It opened too often in a short time; it is latched instead of opening once more.</summary>
    Flapping,

    /// <summary>One person reset it alone where two are needed, in an emergency.</summary>
    BreakGlass,
}
