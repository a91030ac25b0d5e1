namespace Aura.Engine.Rounds;

/// <summary>What became of a slot.</summary>
public enum RoundRun
{
    /// <summary>The slot was already claimed, or the market source has ended.</summary>
    NotClaimed,

    /// <summary>Another round was committed first; the slot is abandoned, never renumbered.</summary>
    Abandoned,

    /// <summary>The round is committed and announced.</summary>
    Completed,
}
