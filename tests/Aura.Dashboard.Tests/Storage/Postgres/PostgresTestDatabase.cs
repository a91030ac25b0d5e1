namespace Aura.Dashboard.Tests.Storage.Postgres;

/// <summary>A database on a test server.</summary>
internal sealed record PostgresTestDatabase(PostgresServer Server, string Name, string ConnectionString) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => new(Server.DropDatabaseAsync(Name));
}
