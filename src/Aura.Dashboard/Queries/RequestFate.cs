namespace Aura.Dashboard.Queries;

/// <summary>What became of a request to reset.</summary>
public enum RequestFate
{
    /// <summary>A second person may still decide.</summary>
    Waiting,

    /// <summary>A second person approved it.</summary>
    Approved,

    /// <summary>Somebody declined it.</summary>
    Declined,

    /// <summary>The breaker was tripped, or halted, again meanwhile.</summary>
    Voided,

    /// <summary>Nobody decided in time.</summary>
    Expired,
}
