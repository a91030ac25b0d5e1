using Aura.Dashboard.Queries;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

internal sealed class DatabaseVersionReader(IDbContextFactory<AuraDbContext> contexts) : IDatabaseVersion
{
    public async Task<DatabaseVersion> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        string[] applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellationToken)];
        await context.Database.OpenConnectionAsync(cancellationToken);
        return new DatabaseVersion(
            context.Database.IsSqlite() ? "SQLite" : "PostgreSQL", context.Database.GetDbConnection().ServerVersion,
            applied.Length == 0 ? string.Empty : applied[^1], applied.Length);
    }
}
