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

    public async Task<string?> FindGapAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        string place = context.Database.GetDbConnection().DataSource;
        // Asks read-only: opening a file to see what lies in it would make it.
        if (!await context.Database.CanConnectAsync(cancellationToken))
            return $"There is no database at '{place}', or it does not answer.";

        var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken);
        return pending.FirstOrDefault() is { } missing
            ? $"The database at '{place}' is not migrated to this version: it lacks {missing}."
            : null;
    }
}
