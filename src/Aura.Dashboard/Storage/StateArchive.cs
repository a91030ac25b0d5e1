using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

internal sealed class StateArchive(IDbContextFactory<AuraDbContext> contexts) : IStateArchive
{
    /// <summary>An export decides at most so many entries that nobody asked for.</summary>
    public const int Period = 100;

    public Task<StoredState?> NearestBeforeAsync(long sequence, CancellationToken cancellationToken) =>
        FirstAsync(
            rows => rows.Where(row => row.Sequence < sequence).OrderByDescending(row => row.Sequence), cancellationToken);

    public Task<StoredState?> AfterAsync(long sequence, CancellationToken cancellationToken) =>
        FirstAsync(rows => rows.Where(row => row.Sequence == sequence), cancellationToken);

    private async Task<StoredState?> FirstAsync(
        Func<IQueryable<StateSnapshotRow>, IQueryable<StateSnapshotRow>> choose, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await choose(context.StateSnapshots.AsNoTracking()).FirstOrDefaultAsync(cancellationToken) is { } row
            ? new StoredState(row.Sequence, row.Bytes)
            : null;
    }
}
