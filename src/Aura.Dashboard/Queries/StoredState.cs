namespace Aura.Dashboard.Queries;

/// <summary>The engine's state after the entry of a sequence, as it lies in the database.</summary>
internal sealed record StoredState(long Sequence, ReadOnlyMemory<byte> Bytes);
