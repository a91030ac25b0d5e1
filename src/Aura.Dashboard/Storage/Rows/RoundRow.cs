namespace Aura.Dashboard.Storage.Rows;

/// <summary>Where the report of a round lies.</summary>
internal sealed class RoundRow
{
    public long Number { get; init; }

    public long Sequence { get; init; }

    public long SlotTicks { get; init; }

    public required string Report { get; init; }
}
