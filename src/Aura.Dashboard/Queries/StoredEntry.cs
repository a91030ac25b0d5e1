using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>A ledger entry as it lies in the database.</summary>
internal sealed record StoredEntry(long Sequence, ReadOnlyMemory<byte> Bytes, Digest Hash);
