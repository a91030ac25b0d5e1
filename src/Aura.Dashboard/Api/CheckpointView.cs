using Aura.Dashboard.Queries;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Api;

/// <summary>
/// The end of the ledger: whoever writes it down can later tell whether anything before it was changed. It is not
/// signed yet; signatures will be further fields.
/// </summary>
/// <param name="Size">How many entries the ledger has.</param>
/// <param name="Sequence">The sequence of the last entry; 0 before the first.</param>
/// <param name="Hash">Its hash; all zeros before the first.</param>
/// <param name="At">When it was decided, UTC; null before the first.</param>
internal sealed record CheckpointView(long Size, long Sequence, string Hash, DateTimeOffset? At)
{
    // Sequences have no gaps, so the last one is the number of entries.
    public static CheckpointView Of(StoredEntry? last) =>
        last is null
            ? new CheckpointView(0, 0, LedgerHead.Empty.Hash.Hex, null)
            : new CheckpointView(
                last.Sequence, last.Sequence, last.Hash.Hex, LedgerEntry.Parse(last.Bytes.Span).At);
}
