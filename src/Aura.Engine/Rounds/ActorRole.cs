namespace Aura.Engine.Rounds;

/// <summary>What a person may be. Roles are additive.</summary>
public enum ActorRole
{
    /// <summary>Reads all, acknowledges, exports, approves resets.</summary>
    Compliance,

    /// <summary>Trips, requests resets, switches scenarios and faults.</summary>
    Operator,

    /// <summary>Reads all, exports, acts on nothing.</summary>
    Auditor,

    /// <summary>Users, settings and jobs; neither trips nor resets.</summary>
    Administrator,
}
