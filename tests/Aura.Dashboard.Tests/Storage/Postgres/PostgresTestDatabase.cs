using Npgsql;

namespace Aura.Dashboard.Tests.Storage.Postgres;

/// <summary>A database on a test server.</summary>
internal sealed record PostgresTestDatabase(PostgresServer Server, string Name, string ConnectionString) : IAsyncDisposable
{
    private string Copy => $"{Name}_copy";

    /// <summary>Keeps a copy of it as it is now.</summary>
    public Task CopyAsync() => Server.CopyDatabaseAsync(Name, Copy);

    /// <summary>Puts the copy in its place.</summary>
    public Task PutCopyBackAsync() => Server.ReplaceDatabaseAsync(Name, Copy);

    /// <summary>Runs a statement on it, outside any host.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => new(Server.DropDatabaseAsync(Name));
}
