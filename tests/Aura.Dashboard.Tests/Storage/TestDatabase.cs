using Aura.Dashboard.Tests.Storage.Postgres;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>An empty database of either provider, which any number of hosts may share.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    public const string Sqlite = nameof(Sqlite);
    public const string Postgres = nameof(Postgres);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-");
    private readonly PostgresTestDatabase? _postgres;

    private TestDatabase(PostgresTestDatabase? postgres) => _postgres = postgres;

    public static async Task<TestDatabase> CreateAsync(string provider) => provider switch
    {
        Sqlite => new TestDatabase(null),
        Postgres => await OnAsync(await PostgresServer.SharedAsync()),
        _ => throw new ArgumentException($"There is no provider {provider}.", nameof(provider)),
    };

    public static async Task<TestDatabase> OnAsync(PostgresServer server) => new(await server.CreateDatabaseAsync());

    /// <summary>The database itself, of tests that play with the server.</summary>
    public PostgresTestDatabase OnServer => _postgres ?? throw new InvalidOperationException("There is no server behind SQLite.");

    /// <summary>A host on this database, not yet started.</summary>
    public AuraHost Host(FakeTimeProvider? clock = null, bool runsHangfire = false) =>
        Lead(new AuraHost(_folder.FullName) { Clock = clock, RunsHangfire = runsHangfire });

    /// <summary>A started host on this database.</summary>
    public RoundDriver Start(Action<AuraHost>? arrange = null, FakeTimeProvider? clock = null) =>
        RoundDriver.Start(
            host =>
            {
                Lead(host);
                arrange?.Invoke(host);
            },
            _folder.FullName, clock);

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private AuraHost Lead(AuraHost host) =>
        _postgres is null
            ? host
            : host.With("Storage:Provider", Postgres).With("Storage:ConnectionString", _postgres.ConnectionString)
                .With("Audit:StateDirectory", _folder.FullName);
}
