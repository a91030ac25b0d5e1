using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>The hash chain over all entries.</summary>
public static class LedgerChain
{
    /// <summary>Checks one stored entry against the chain so far.</summary>
    /// <param name="head">The end of the verified part.</param>
    /// <param name="bytes">The entry's stored bytes.</param>
    /// <param name="hash">The entry's stored hash.</param>
    public static ChainStep Follow(LedgerHead head, ReadOnlySpan<byte> bytes, Digest hash)
    {
        LedgerEntry entry;
        byte[] canonical;
        try
        {
            entry = LedgerEntry.Parse(bytes);
            canonical = entry.ToBytes();
        }
        catch (FormatException exception)
        {
            return Broken($"is not an entry: {exception.Message}");
        }

        if (entry.Sequence != head.Sequence + 1)
            return Broken($"carries the sequence {entry.Sequence}");
        if (entry.Previous != head.Hash)
            return Broken("does not name the hash of the entry before it");
        if (Digest.Of(bytes) != hash)
            return Broken("does not have the hash that is stored with it");
        return bytes.SequenceEqual(canonical)
            ? new ChainStep.Linked(entry, new LedgerHead(entry.Sequence, hash))
            : Broken("is not in canonical form");

        ChainStep Broken(string what) => new ChainStep.Broken(head.Sequence + 1, $"Entry {head.Sequence + 1} {what}.");
    }
}
