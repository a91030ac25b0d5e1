namespace Aura.Engine.Publishing.Alerts;

/// <summary>What happened to an incident.</summary>
public enum IncidentStep
{
    /// <summary>It began.</summary>
    Triggered,

    /// <summary>Somebody took it on.</summary>
    Acknowledged,

    /// <summary>An acknowledgement ran out, and it goes on.</summary>
    AcknowledgementExpired,

    /// <summary>Nobody answered in time.</summary>
    Escalated,

    /// <summary>Its cause is over.</summary>
    Resolved,
}
