namespace Aura.Dashboard.Queries;

/// <summary>Wakes whoever follows the ledger.</summary>
internal interface ILedgerSignal
{
    /// <summary>
    /// Ends when some host may have written to the ledger since the last call ended. It may end for nothing, but what
    /// was written is never passed over: after a lost connection, and from time to time, it ends without being told.
    /// </summary>
    Task WaitAsync(CancellationToken cancellationToken);
}
