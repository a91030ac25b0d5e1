using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Audit;

/// <summary>Finds out whether the ledger says something already, so that it is said once.</summary>
internal sealed class RecordedNotices(ILedgerArchive archive)
{
    private const int Batch = 100;

    /// <summary>Whether an entry above a sequence is such a notice.</summary>
    public async Task<bool> ContainAsync(long after, Predicate<Notice> isMeant, CancellationToken cancellationToken)
    {
        while (await archive.AfterAsync(after, Batch, cancellationToken) is { Count: > 0 } entries)
        {
            foreach (var stored in entries)
            {
                var entry = LedgerEntry.Parse(stored.Bytes.Span);
                if (entry.Kind is EntryKind.Notice
                    && isMeant(NoticeEvidence.Parse((await archive.DocumentAsync(entry.Evidence, cancellationToken)).Span).Notice))
                    return true;
            }

            after = entries[^1].Sequence;
        }

        return false;
    }
}
