using System.Globalization;
using Aura.Dashboard.Queries;

namespace Aura.Dashboard.Audit;

internal sealed class LedgerExamination(
    IStorageStructure structure, ILedgerArchive archive, IStateArchive states, ILedgerReplay replay, LedgerRoots roots)
    : ILedgerExamination
{
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
        catch (Exception unreadable) when (unreadable is not OperationCanceledException)
        {
            // A database that cannot be reached proves nothing; one with a page that cannot be read does.
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
