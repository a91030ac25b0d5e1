using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>An entry as it is stored: its fields, its exact bytes and their hash.</summary>
/// <param name="Entry">The fields.</param>
/// <param name="Bytes">The canonical bytes.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
public sealed record SealedEntry(LedgerEntry Entry, ReadOnlyMemory<byte> Bytes, Digest Hash)
{
    /// <summary>The chain's end once this entry is its last.</summary>
    public LedgerHead Head => new(Entry.Sequence, Hash);

    /// <summary>Seals an entry.</summary>
    public static SealedEntry Of(LedgerEntry entry)
    {
        byte[] bytes = entry.ToBytes();
        return new SealedEntry(entry, bytes, Digest.Of(bytes));
    }
}
