namespace Aura.Dashboard.Queries;

/// <summary>Which ledger this database is.</summary>
internal interface ILedgerIdentity
{
    /// <summary>The name in force.</summary>
    Task<LedgerIdentity> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>Every name the ledger ever had, in order.</summary>
    Task<IReadOnlyList<LedgerIdentity>> AllAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Gives the ledger a new name after its last entry, unless another host already gave it one after
    /// <paramref name="replaced"/>; returns the name then in force.
    /// </summary>
    Task<LedgerIdentity> ContinueAsync(LedgerIdentity replaced, CancellationToken cancellationToken);
}
