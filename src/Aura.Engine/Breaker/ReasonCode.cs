namespace Aura.Engine.Breaker;

/// <summary>What a person states as the kind of reason for a trip or a reset.</summary>
public enum ReasonCode
{
    /// <summary>Trying the breaker out.</summary>
    Test,

    /// <summary>A planned exercise.</summary>
    Drill,

    /// <summary>Prices are wrong.</summary>
    DataError,

    /// <summary>A vendor is at fault.</summary>
    VendorFault,

    /// <summary>Something happened in the market.</summary>
    MarketEvent,

    /// <summary>Planned work.</summary>
    Maintenance,

    /// <summary>Something is being looked into.</summary>
    Investigation,

    /// <summary>What caused the trip is over.</summary>
    Resolved,

    /// <summary>None of the others; the text says what.</summary>
    Other,
}
