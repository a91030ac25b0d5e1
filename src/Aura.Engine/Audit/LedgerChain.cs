using System.Text.Json;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>
/// The hash chain over all entries. It needs the place of an entry and the hash that it names, nothing else of it, so it
/// reads these two from the bytes; whoever decides the entry again reads all of it.
/// </summary>
public static class LedgerChain
{
    private const int MaximumDepth = 1;

    /// <summary>Checks one stored entry against the chain so far.</summary>
    /// <param name="head">The end of the verified part.</param>
    /// <param name="bytes">The entry's stored bytes.</param>
    /// <param name="hash">The entry's stored hash.</param>
    public static ChainStep Follow(LedgerHead head, ReadOnlySpan<byte> bytes, Digest hash)
    {
        bool isCanonical;
        long? sequence;
        Digest? previous;
        try
        {
            isCanonical = CanonicalForm.Is(bytes);
            (sequence, previous) = Link(bytes);
        }
        catch (JsonException exception)
        {
            return Broken($"is not an entry: {exception.Message}");
        }

        if (sequence is not { } place || previous is not { } named)
            return Broken("is not an entry: its sequence or the hash of the entry before it is missing");
        if (place != head.Sequence + 1)
            return Broken($"carries the sequence {place}");
        if (named != head.Hash)
            return Broken("does not name the hash of the entry before it");
        if (Digest.Of(bytes) != hash)
            return Broken("does not have the hash that is stored with it");
        return isCanonical
            ? new ChainStep.Linked(new LedgerHead(place, hash))
            : Broken("is not in canonical form");

        ChainStep Broken(string what) => new ChainStep.Broken(head.Sequence + 1, $"Entry {head.Sequence + 1} {what}.");
    }

    // The canonical form has no key twice, so what stands here is what every reader finds.
    private static (long? Sequence, Digest? Previous) Link(ReadOnlySpan<byte> bytes)
    {
        long? sequence = null;
        Digest? previous = null;
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaximumDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not JsonTokenType.PropertyName)
                continue;
            if (reader.ValueTextEquals("sequence"u8))
                sequence = reader.Read() && reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out long number) ? number : null;
            else if (reader.ValueTextEquals("previous"u8))
                previous = reader.Read() && Digest.TryRead(reader, out var digest) ? digest : null;
        }

        return (sequence, previous);
    }
}
