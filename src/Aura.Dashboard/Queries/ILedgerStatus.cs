namespace Aura.Dashboard.Queries;

/// <summary>How the ledger stands to what it committed itself to.</summary>
internal interface ILedgerStatus
{
    /// <summary>Reads it.</summary>
    Task<LedgerStatus> ReadAsync(CancellationToken cancellationToken);
}
