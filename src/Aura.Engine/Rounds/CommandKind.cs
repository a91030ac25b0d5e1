namespace Aura.Engine.Rounds;

/// <summary>What an operator can ask of a breaker.</summary>
public enum CommandKind
{
    /// <summary>Halt now.</summary>
    Trip,

    /// <summary>Start probing again.</summary>
    Reset,
}
