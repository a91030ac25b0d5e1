namespace Aura.Engine.Breaker;

/// <summary>What became of a request to reset.</summary>
public enum RequestStatus
{
    /// <summary>A different person may still approve it, until it expires.</summary>
    Pending,

    /// <summary>Somebody with the right declined it; a new request is needed.</summary>
    Declined,

    /// <summary>Somebody tripped the breaker again meanwhile: whoever wants it halted is heard first.</summary>
    Voided,
}
