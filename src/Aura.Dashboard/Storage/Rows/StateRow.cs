namespace Aura.Dashboard.Storage.Rows;

/// <summary>The engine's state and the ledger's end: one row, replaced by every commit that still finds its sequence.</summary>
internal sealed class StateRow
{
    public const int OnlyId = 1;

    public int Id { get; init; }

    public long Sequence { get; init; }

    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>
    /// Up to which entry <see cref="LedgerEventRow"/> was written. It stays behind where an earlier version committed,
    /// and the next start catches up.
    /// </summary>
    public long EventsTo { get; init; }
}
