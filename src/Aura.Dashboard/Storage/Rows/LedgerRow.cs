namespace Aura.Dashboard.Storage.Rows;

/// <summary>A ledger entry as its exact bytes. Never rewritten.</summary>
internal sealed class LedgerRow
{
    public long Sequence { get; init; }

    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }
}
