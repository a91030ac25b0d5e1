namespace Aura.Engine.Rounds;

/// <summary>What became of a command.</summary>
public enum CommandStatus
{
    /// <summary>It was done: it changed the breaker, or what it names.</summary>
    Executed,

    /// <summary>The breaker already is as asked; the answer carries the transition that made it so.</summary>
    NoOp,

    /// <summary>A second person must approve it; the answer carries the request.</summary>
    ApprovalRequested,

    /// <summary>The request is declined; the answer carries it.</summary>
    Declined,

    /// <summary>It was refused; the refusal is recorded.</summary>
    Refused,

    /// <summary>A break-glass reset is reviewed; the breaker stays as it is.</summary>
    Reviewed,
}
