using Aura.Dashboard.Configuration;
using Npgsql;

namespace Aura.Dashboard.Storage.Postgres;

/// <summary>The PostgreSQL database of this installation.</summary>
/// <param name="ConnectionString">Opens it.</param>
internal sealed record PostgresDatabase(string ConnectionString)
{
    public const string Example = "Host=db;Database=aura;Username=aura";

    private const string Durability = "synchronous_commit";

    // A dead peer says nothing; without this a listener would wait for it until somebody restarts the host.
    private const int KeepAliveSeconds = 10;

    /// <summary>For one connection that lives outside the pool, whose end is the end of its session.</summary>
    public string OwnSession => new NpgsqlConnectionStringBuilder(ConnectionString)
    {
        Pooling = false,
        KeepAlive = KeepAliveSeconds,
    }.ConnectionString;

    public static PostgresDatabase Locate(StorageOptions options)
    {
        var parts = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        parts.ApplicationName ??= "AuraDashboard";
        // Said on every connection, as SQLite is told: a role or database may have been tuned to answer before a commit
        // is on the disk, and a ledger that loses its last entries with the power has lost its point. Whoever names it
        // in the connection string, to wait for a standby for instance, is obeyed.
        if (parts.Options?.Contains(Durability, StringComparison.Ordinal) is not true)
            parts.Options = $"{parts.Options} -c {Durability}=on".TrimStart();
        return new PostgresDatabase(parts.ConnectionString);
    }

    /// <summary>Why this connection string does not lead to a database, or null.</summary>
    public static string? FindFault(string connectionString)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrWhiteSpace(parts.Host) ? "no host is named"
                : string.IsNullOrWhiteSpace(parts.Database) ? "no database is named"
                : null;
        }
        catch (Exception error) when (error is ArgumentException or FormatException or InvalidCastException)
        {
            return error.Message.TrimEnd('.');
        }
    }
}
