namespace Aura.Engine.Breaker;

/// <summary>The state of one breaker. Only a person's reset leads towards Closed.</summary>
public enum BreakerState
{
    /// <summary>Prices may go out.</summary>
    Closed,

    /// <summary>Opened by a rule.</summary>
    Open,

    /// <summary>Probing after a reset: rounds are watched, prices do not go out.</summary>
    HalfOpen,

    /// <summary>Tripped by a person; latched until a person resets it.</summary>
    Isolated,
}
