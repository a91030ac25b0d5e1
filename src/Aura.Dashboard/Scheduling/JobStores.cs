using Aura.Dashboard.Configuration;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace Aura.Dashboard.Scheduling;

/// <summary>Where jobs wait: in this process, or on the server that several hosts share.</summary>
internal static class JobStores
{
    // A host that dies in a round leaves its lock behind, and as long as that counts no host runs a round. Longer than
    // any round takes, short enough that few slots are missed.
    private static readonly TimeSpan LockLifetime = TimeSpan.FromSeconds(20);

    /// <summary>Connects to nothing yet.</summary>
    public static JobStorage Open(StorageOptions storage) =>
        storage.Provider is StorageProvider.Postgres
            ? OnPostgres(storage.ConnectionString, prepare: false)
            : new InMemoryStorage();

    /// <summary>Brings Hangfire's own tables in order. For one host at a time.</summary>
    public static void Prepare(StorageOptions storage)
    {
        if (storage.Provider is StorageProvider.Postgres)
            _ = OnPostgres(storage.ConnectionString, prepare: true);
    }

    private static PostgreSqlStorage OnPostgres(string connectionString, bool prepare)
    {
        var options = new PostgreSqlStorageOptions
        {
            PrepareSchemaIfNecessary = prepare,
            // An enqueued round is notified to the workers; polling is for a lost notification.
            EnableLongPolling = true,
            QueuePollInterval = TimeSpan.FromSeconds(1),
            DistributedLockTimeout = LockLifetime,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, options), options);
    }
}
