using System.Data.Common;
using System.Globalization;
using Aura.Dashboard.Queries;

namespace Aura.Dashboard.Audit;

/// <summary>Recomputes what is stored about the ledger, or reads it, and names the first thing that does not hold.</summary>
internal sealed class LedgerExamination(
    IStorageStructure structure, ILedgerArchive archive, IStateArchive states, ILedgerReplay replay, LedgerRoots roots)
{
    /// <summary>Examines entries up to the end of the ledger.</summary>
    /// <param name="first">Where to begin; from 1 on, the file, the tree and every checkpoint are examined too.</param>
    /// <param name="followed">Told of each entry that holds; null when nobody counts.</param>
    /// <param name="cancellationToken">Ends it between two entries.</param>
    /// <returns>How far it came, and why what is there does not hold; no fault when everything does.</returns>
    public async Task<(long Reached, string? Fault)> ExamineAsync(
        long first, Action<ReplayedEntry>? followed, CancellationToken cancellationToken)
    {
        long reached = first;
        try
        {
            // Before anything is read that a damaged page may hide.
            if (first == 1 && await structure.FindFaultAsync(cancellationToken) is { } damage)
                return (reached, damage);

            long last = (await archive.HeadAsync(cancellationToken))?.Sequence ?? 0;
            await foreach (var replayed in replay.FollowAsync(first, last, cancellationToken))
            {
                reached = replayed.Stored.Sequence;
                if (replayed.Fault is { } fault)
                    return (reached, fault);
                followed?.Invoke(replayed);
            }

            return (
                Math.Max(reached, last),
                await FindEarlyStateAsync(cancellationToken)
                ?? (first == 1 ? await roots.FindFaultAsync(last, cancellationToken) : null));
        }
        catch (Exception unreadable) when (unreadable is FormatException or InvalidDataException or KeyNotFoundException)
        {
            return (reached, unreadable.Message);
        }
        catch (DbException)
        {
            // A database that cannot be reached proves nothing; one with an unreadable page does.
            if (await structure.FindFaultAsync(cancellationToken) is { } damage)
                return (reached, damage);
            throw;
        }
    }

    // It would be taken for the state after an entry that is yet to come.
    private async Task<string?> FindEarlyStateAsync(CancellationToken cancellationToken) =>
        await states.NearestBeforeAsync(long.MaxValue, cancellationToken) is { } latest
        && latest.Sequence > ((await archive.HeadAsync(cancellationToken))?.Sequence ?? 0)
            ? string.Create(
                CultureInfo.InvariantCulture, $"A state is stored after entry {latest.Sequence}, which the ledger has not.")
            : null;
}
