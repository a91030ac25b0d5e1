using Aura.Dashboard.Configuration;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Aura.Dashboard.Storage.Postgres;

/// <summary>Migrates under an advisory lock, so that hosts which start together migrate once.</summary>
internal sealed partial class PostgresMigration(
    IDbContextFactory<AuraDbContext> contexts, PostgresDatabase database, ILogger<PostgresMigration> logger)
    : DatabaseMigration
{
    // Only has to differ from what other programs on the same database may lock: the letters AURA, then a number.
    private const long StartTurn = 0x4155_5241_0000_0001;

    public override async Task<IAsyncDisposable> TakeTurnAsync(CancellationToken cancellationToken)
    {
        // The lock belongs to the session, so the session is its own: one that went back to a pool would keep it.
        var session = new NpgsqlConnection(database.OwnSession);
        try
        {
            await session.OpenAsync(cancellationToken);
            await using var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", session)
            {
                Parameters = { new NpgsqlParameter<long> { TypedValue = StartTurn } },
                // Another host may migrate for minutes; it is waited for.
                CommandTimeout = 0,
            };
            await take.ExecuteNonQueryAsync(cancellationToken);
            return session;
        }
        catch (NpgsqlException refused)
        {
            await session.DisposeAsync();
            // Host and database, which the message names, are what has to be repaired; frames help nobody.
            throw new AuraSettingsException(
                [$"{StorageOptions.ConnectionStringKey} leads to a server that cannot be used: {refused.Message}"], refused);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    public override async Task RunAsync()
    {
        await using var context = await contexts.CreateDbContextAsync();
        string[] pending = [.. await context.Database.GetPendingMigrationsAsync()];
        if (pending.Length == 0)
            return;

        await context.Database.MigrateAsync();
        Log.Migrated(logger, pending[^1]);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The PostgreSQL database was migrated to {Migration}")]
        public static partial void Migrated(ILogger logger, string migration);
    }
}
