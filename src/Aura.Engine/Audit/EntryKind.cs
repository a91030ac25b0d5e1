namespace Aura.Engine.Audit;

/// <summary>What a ledger entry records.</summary>
public enum EntryKind
{
    /// <summary>A decided round.</summary>
    Round,

    /// <summary>A decided command, refusals included.</summary>
    Command,

    /// <summary>Something that nobody decided: a slot without a round, a summary of refusals, another rule set.</summary>
    Notice,
}
