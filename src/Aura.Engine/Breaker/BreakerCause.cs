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

    /// <summary>One person reset it alone where two are needed, in an emergency.</summary>
    BreakGlass,
}
