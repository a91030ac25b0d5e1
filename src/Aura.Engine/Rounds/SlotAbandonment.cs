namespace Aura.Engine.Rounds;

/// <summary>Why a claimed slot became no round.</summary>
public enum SlotAbandonment
{
    /// <summary>Another round or another rule set was committed since the claim; a slot is never renumbered.</summary>
    Superseded,

    /// <summary>The host stopped while gathering.</summary>
    Stopped,

    /// <summary>The claim's lease ended without a commit: the process that held it is gone.</summary>
    LeaseOver,
}
