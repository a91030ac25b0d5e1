namespace Aura.Dashboard.Storage.Rows;

/// <summary>The engine's state after an entry, as canonical bytes. Never rewritten.</summary>
internal sealed class StateSnapshotRow
{
    public long Sequence { get; init; }

    public required byte[] Bytes { get; init; }
}
