namespace Aura.Engine.Audit;

/// <summary>What a ledger entry records.</summary>
public enum EntryKind
{
    /// <summary>A decided round.</summary>
    Round,

    /// <summary>A decided command, refusals included.</summary>
    Command,
}
