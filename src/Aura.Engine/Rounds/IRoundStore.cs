using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>The port to the database, which owns the state, the slots and the ledger.</summary>
public interface IRoundStore
{
    /// <summary>Reads the state, the ledger's end and the answer a command already has, all from one moment.</summary>
    Task<EngineSnapshot> LoadAsync(Guid? commandId, CancellationToken cancellationToken);

    /// <summary>Reads what has no ledger entry yet.</summary>
    /// <param name="before">The present slot, which is not in arrears.</param>
    /// <param name="now">Claims whose lease ends by then are over, UTC.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    Task<Arrears> LoadArrearsAsync(Slot before, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>
    /// Claims a slot before anything is fetched, so that a double firing burns no quota. Answers the round that the
    /// claim gathers for (head + 1), or null when this slot or a later one is known already: time does not run back.
    /// </summary>
    /// <param name="slot">The slot.</param>
    /// <param name="lease">After this long without a commit the claim counts as abandoned.</param>
    /// <param name="cancellationToken">Cancels the claim.</param>
    Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken);

    /// <summary>
    /// Writes one or more decisions, each following the one before, in one transaction, or nothing at all. Takes no
    /// cancellation: once begun, a commit is finished.
    /// </summary>
    Task<CommitResult> CommitAsync(IReadOnlyList<Commit> commits, long expectedSequence);

    /// <summary>
    /// Keeps the answer to a refused command that gets no ledger entry of its own, until a summary counts it.
    /// </summary>
    Task KeepRefusalAsync(PriorAnswer answer, string actorId, DateTimeOffset at);
}
