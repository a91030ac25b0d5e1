using Aura.Dashboard.Queries;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Api;

/// <summary>
/// A ledger entry. SHA-256 of <paramref name="Bytes"/> is <paramref name="Hash"/>; the other fields are what the bytes
/// say, spelled out for reading.
/// </summary>
/// <param name="Sequence">1, 2, 3 … without gaps.</param>
/// <param name="Kind">What is recorded.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Round">The round; null for other kinds.</param>
/// <param name="CommandId">The command; null for other kinds.</param>
/// <param name="Configuration">The digest of the rule set in force.</param>
/// <param name="StateBefore">The digest of the state before the decision.</param>
/// <param name="StateAfter">The digest of the state after it.</param>
/// <param name="Evidence">The digest of what it was decided on.</param>
/// <param name="Outcome">The digest of the report or the answer; null for a notice.</param>
/// <param name="Previous">The hash of the entry before; all zeros for the first.</param>
/// <param name="Hash">The hash as stored.</param>
/// <param name="Bytes">The canonical bytes as stored, base64.</param>
internal sealed record LedgerEntryView(
    long Sequence, EntryKind Kind, DateTimeOffset At, long? Round, Guid? CommandId, string Configuration,
    string StateBefore, string StateAfter, string Evidence, string? Outcome, string Previous, string Hash,
    ReadOnlyMemory<byte> Bytes)
{
    public static LedgerEntryView Of(StoredEntry stored)
    {
        var entry = LedgerEntry.Parse(stored.Bytes.Span);
        return new LedgerEntryView(
            entry.Sequence, entry.Kind, entry.At, entry.Round?.Value, entry.CommandId, entry.Configuration.Hex,
            entry.StateBefore.Hex, entry.StateAfter.Hex, entry.Evidence.Hex, entry.Outcome?.Hex, entry.Previous.Hex,
            stored.Hash.Hex, stored.Bytes);
    }
}
