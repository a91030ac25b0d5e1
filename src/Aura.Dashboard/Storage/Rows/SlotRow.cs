namespace Aura.Dashboard.Storage.Rows;

/// <summary>A slot, UTC ticks: claimed before any request to a vendor, or the last of some that were missed.</summary>
internal sealed class SlotRow
{
    public long SlotTicks { get; init; }

    /// <summary>The round that the claim gathers for; 0 for a missed slot.</summary>
    public long Round { get; init; }

    public long LeaseEndsTicks { get; init; }

    /// <summary>Whether it became a round.</summary>
    public bool Completed { get; init; }

    /// <summary>The ledger entry that ended it, round or notice; null while it is claimed.</summary>
    public long? EndedBySequence { get; init; }
}
