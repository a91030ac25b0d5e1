using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Migrates the file after copying it.</summary>
internal sealed partial class SqliteMigration(
    IDbContextFactory<AuraDbContext> contexts, DatabaseFile file, ILogger<SqliteMigration> logger) : DatabaseMigration
{
    // The file belongs to one process: nobody else waits.
    public override Task<IAsyncDisposable> TakeTurnAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IAsyncDisposable>(new OwnTurn());

    public override async Task RunAsync()
    {
        Directory.CreateDirectory(file.Folder);
        await using var context = await contexts.CreateDbContextAsync();
        string[] pending = [.. await context.Database.GetPendingMigrationsAsync()];
        if (pending.Length == 0)
            return;

        await CopyAsync(context, pending[0]);
        await context.Database.MigrateAsync();
        // A file that a tool copied or repaired may have left the mode in which readers never wait for the writer.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;");
        Log.Migrated(logger, file.Path, pending[^1]);
    }

    // There is no way back except this copy, so it is made before the first statement. The name says which migration
    // it precedes; a start that failed half-way keeps the first, untouched copy.
    private async Task CopyAsync(AuraDbContext context, string nextMigration)
    {
        string copy = $"{file.Path}.before-{nextMigration}";
        bool isNew = !(await context.Database.GetAppliedMigrationsAsync()).Any();
        if (isNew || File.Exists(copy))
            return;

        // Not a file copy: the newest pages may still lie in the write-ahead log. Written under another name first, so
        // that a copy cut short never passes for one.
        string unfinished = copy + ".part";
        await using (var source = new SqliteConnection(file.ConnectionString))
        await using (var target = new SqliteConnection($"Data Source={unfinished};Pooling=False"))
        {
            await source.OpenAsync();
            await target.OpenAsync();
            source.BackupDatabase(target);
        }

        File.Move(unfinished, copy);
        Log.Copied(logger, copy);
    }

    private sealed class OwnTurn : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The database was copied to {Copy} before migrating it")]
        public static partial void Copied(ILogger logger, string copy);

        [LoggerMessage(Level = LogLevel.Information, Message = "The database {Path} was migrated to {Migration}")]
        public static partial void Migrated(ILogger logger, string path, string migration);
    }
}
