namespace Aura.Engine.Publishing.Alerts;

/// <summary>How an incident stands.</summary>
public enum IncidentStatus
{
    /// <summary>It calls, and nobody has answered for too long.</summary>
    Escalated,

    /// <summary>It calls.</summary>
    Triggered,

    /// <summary>Somebody takes it on.</summary>
    Acknowledged,

    /// <summary>It calls nobody, because somebody said so.</summary>
    Silenced,

    /// <summary>It calls nobody, because a wider incident calls already.</summary>
    Inhibited,

    /// <summary>Its cause is over.</summary>
    Resolved,
}
