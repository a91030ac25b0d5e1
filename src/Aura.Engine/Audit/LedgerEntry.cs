using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>
/// One entry of the tamper-evident ledger. Its canonical bytes name what was decided on (evidence), under which rules
/// (configuration), from which state to which, with what result (outcome), and the entry before it (previous).
/// </summary>
/// <param name="Sequence">1, 2, 3 … without gaps.</param>
/// <param name="Kind">What is recorded.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Round">The round; null for a command and for a notice.</param>
/// <param name="CommandId">The command; null for a round and for a notice.</param>
/// <param name="Configuration">The digest of the rule set in force.</param>
/// <param name="StateBefore">The digest of the engine's state before the decision.</param>
/// <param name="StateAfter">The digest of the engine's state after it.</param>
/// <param name="Evidence">The digest of everything that came from outside.</param>
/// <param name="Outcome">The digest of the round's report or the command's answer; null for a notice, which is its own outcome.</param>
/// <param name="Previous">The hash of the entry before; all zeros for the first.</param>
public sealed record LedgerEntry(
    long Sequence, EntryKind Kind, DateTimeOffset At, RoundNumber? Round, Guid? CommandId, Digest Configuration,
    Digest StateBefore, Digest StateAfter, Digest Evidence, Digest? Outcome, Digest Previous)
{
    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.Entry);
    } = DocumentSchema.Entry;

    /// <summary>
    /// Whether the entry was written after the formats were frozen. Earlier ones are read and chained for ever, but the
    /// rules that decided them are no longer known to the bit, so they are not decided again.
    /// </summary>
    [JsonIgnore]
    public bool IsFrozen => string.Equals(Schema, DocumentSchema.Entry, StringComparison.Ordinal);

    /// <summary>The canonical bytes whose SHA-256 is the entry's hash.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, AuditJson.Default.LedgerEntry);

    /// <summary>Reads an entry back.</summary>
    /// <exception cref="FormatException">The bytes are not an entry.</exception>
    public static LedgerEntry Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, AuditJson.Default.LedgerEntry);

    /// <summary>Reads an entry that is to be proved: nothing in it may go unread.</summary>
    /// <exception cref="FormatException">The bytes are not an entry, or not the one way to write it.</exception>
    public static LedgerEntry ParseCanonical(ReadOnlySpan<byte> bytes)
    {
        var entry = Parse(bytes);
        return bytes.SequenceEqual(entry.ToBytes())
            ? entry
            : throw new FormatException("The entry is not in canonical form.");
    }
}
