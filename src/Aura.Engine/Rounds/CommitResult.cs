namespace Aura.Engine.Rounds;

/// <summary>What became of a commit. Anything but <see cref="Committed"/> wrote nothing.</summary>
public enum CommitResult
{
    /// <summary>Everything is written.</summary>
    Committed,

    /// <summary>The ledger has moved on from the expected sequence: load and decide again.</summary>
    LedgerMovedOn,

    /// <summary>What was to be ended, a slot or a sum of refusals, has its ending already.</summary>
    AlreadyEnded,
}
