using Aura.Dashboard.Queries;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

internal sealed class StateArchive(IDbContextFactory<AuraDbContext> contexts) : IStateArchive
{
    /// <summary>An export decides at most so many entries that nobody asked for.</summary>
    public const int Period = 100;

    public async Task<StoredState?> NearestBeforeAsync(long sequence, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.StateSnapshots.AsNoTracking()
            .Where(row => row.Sequence < sequence)
            .OrderByDescending(row => row.Sequence)
            .FirstOrDefaultAsync(cancellationToken) is { } row
                ? new StoredState(row.Sequence, row.Bytes)
                : null;
    }
}
