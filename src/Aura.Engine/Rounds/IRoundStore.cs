using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>The port to the database, which owns the state, the slots and the ledger.</summary>
public interface IRoundStore
{
    /// <summary>Reads the state, the ledger's end and the answer a command already has, all from one moment.</summary>
    Task<EngineSnapshot> LoadAsync(Guid? commandId, CancellationToken cancellationToken);

    /// <summary>
    /// Claims a slot before anything is fetched, so that a double firing burns no quota. Answers the round that the
    /// claim gathers for (head + 1), or null when the slot is already claimed.
    /// </summary>
    /// <param name="slot">The slot.</param>
    /// <param name="lease">After this long without a commit the claim counts as abandoned.</param>
    /// <param name="cancellationToken">Cancels the claim.</param>
    Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Writes a decision in one transaction; false, with nothing written, when the ledger has moved on from the
    /// expected sequence. Takes no cancellation: once begun, a commit is finished.
    /// </summary>
    Task<bool> CommitAsync(Commit commit, long expectedSequence);
}
