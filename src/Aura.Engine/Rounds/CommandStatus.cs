namespace Aura.Engine.Rounds;

/// <summary>What became of a command.</summary>
public enum CommandStatus
{
    /// <summary>It changed the breaker.</summary>
    Executed,

    /// <summary>The breaker already is as asked; the answer carries the transition that made it so.</summary>
    NoOp,

    /// <summary>It was refused; the refusal is recorded.</summary>
    Refused,
}
