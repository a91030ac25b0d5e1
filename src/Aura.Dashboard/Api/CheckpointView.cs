using Aura.Dashboard.Queries;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Api;

/// <summary>
/// The end of the ledger, and the latest signed checkpoint: whoever keeps it can later tell whether anything before it
/// was changed.
/// </summary>
/// <param name="Size">How many entries the ledger has.</param>
/// <param name="Sequence">The sequence of the last entry; 0 before the first.</param>
/// <param name="Hash">Its hash; all zeros before the first.</param>
/// <param name="At">When it was decided, UTC; null before the first.</param>
/// <param name="Note">The latest signed checkpoint (C2SP tlog-checkpoint), which may be some entries behind; null before the first.</param>
internal sealed record CheckpointView(long Size, long Sequence, string Hash, DateTimeOffset? At, string? Note)
{
    // Sequences have no gaps, so the last one is the number of entries.
    public static CheckpointView Of(StoredEntry? last, SignedNote? note) =>
        last is null
            ? new CheckpointView(0, 0, LedgerHead.Empty.Hash.Hex, null, note?.ToString())
            : new CheckpointView(
                last.Sequence, last.Sequence, last.Hash.Hex, LedgerEntry.Parse(last.Bytes.Span).At, note?.ToString());
}
