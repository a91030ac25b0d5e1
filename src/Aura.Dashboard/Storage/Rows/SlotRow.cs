namespace Aura.Dashboard.Storage.Rows;

/// <summary>A claimed slot, UTC ticks. The claim comes before any request to a vendor.</summary>
internal sealed class SlotRow
{
    public long SlotTicks { get; init; }

    /// <summary>The round that the claim gathers for.</summary>
    public long Round { get; init; }

    public long LeaseEndsTicks { get; init; }

    public bool Completed { get; init; }
}
