using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Aura.Dashboard.Tests.Storage.Postgres;

/// <summary>
/// A PostgreSQL server of these tests alone, in a folder of its own. It listens on a socket in that folder and on no
/// port, so that any number of test runs live side by side; whoever may enter the folder may connect.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const int OldestVersion = 15;
    private const string Installed = "/usr/lib/postgresql";

    // Durable against a crash of the server, which is what these tests provoke; not against one of the machine.
    private const string Settings = "-c fsync=off -c max_connections=300 -c shared_buffers=32MB -c listen_addresses=''";

    private static readonly Lazy<Task<PostgresServer>> SharedServer = new(StartAsync);

    private readonly string _binaries;
    private readonly string _folder;
    private int _databases;

    // Held for its end of the pipe.
    private Process? _guard;

    private PostgresServer(string binaries, string folder)
    {
        _binaries = binaries;
        _folder = folder;
    }

    private string Data => Path.Combine(_folder, "data");

    /// <summary>The server of all tests that do not disturb it, started by the first that asks.</summary>
    public static Task<PostgresServer> SharedAsync() => SharedServer.Value;

    /// <summary>A server of the caller's own, to be restarted at will.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer(FindBinaries(), Directory.CreateTempSubdirectory("aura-postgres-").FullName);
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["postgres", server._folder], server._folder);
        server.Guard();
        await server.RunServerToolAsync(
            "initdb", "--pgdata", server.Data, "--username=aura", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        await server.ControlAsync("start");
        return server;
    }

    /// <summary>An empty database; it is dropped with its connections when the test is over.</summary>
    public async Task<PostgresTestDatabase> CreateDatabaseAsync()
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name}");
        return new PostgresTestDatabase(this, name, Connection(name));
    }

    public Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");

    /// <summary>Keeps a database as it is now, beside it; its sessions end.</summary>
    public async Task CopyDatabaseAsync(string name, string copy)
    {
        await ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
        await ExecuteAsync($"CREATE DATABASE {copy} TEMPLATE {name}");
    }

    /// <summary>Puts a copy in the place of a database, whose sessions end.</summary>
    public async Task ReplaceDatabaseAsync(string name, string copy)
    {
        await DropDatabaseAsync(name);
        await ExecuteAsync($"ALTER DATABASE {copy} RENAME TO {name}");
    }

    /// <summary>Ends every session at once, as a crash would, and recovers.</summary>
    public Task RestartImmediatelyAsync() => ControlAsync("restart", "--mode=immediate");

    /// <summary>Stops the server for good and deletes what it wrote.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _guard, null) is not { } guard)
            return;

        guard.StandardInput.Close();
        await guard.WaitForExitAsync();
        guard.Dispose();
    }

    private string Connection(string database) => $"Host={_folder};Database={database};Username=aura";

    private static string FindBinaries() =>
        (Directory.Exists(Installed) ? Directory.EnumerateDirectories(Installed) : [])
        .Select(folder => (Folder: folder, Version: int.TryParse(Path.GetFileName(folder), out int version) ? version : 0))
        .Where(found => found.Version >= OldestVersion && File.Exists(Path.Combine(found.Folder, "bin", "postgres")))
        .OrderBy(found => found.Version)
        .Select(found => Path.Combine(found.Folder, "bin"))
        .FirstOrDefault()
        ?? throw new InvalidOperationException(
            $"There is no PostgreSQL {OldestVersion} or newer below {Installed}. Run tests/packages.sh.");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection($"{Connection("postgres")};Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private Task ControlAsync(string verb, params string[] more) =>
        RunServerToolAsync(
            "pg_ctl",
            [
                verb, "--wait", "--silent", "--pgdata", Data, "--log", Path.Combine(_folder, "log"),
                "--options", $"{Settings} -c unix_socket_directories={_folder}", .. more,
            ]);

    private Task RunServerToolAsync(string tool, params string[] arguments)
    {
        var (program, all) = Unprivileged(Path.Combine(_binaries, tool), arguments);
        return RunAsync(program, all, _folder);
    }

    // The server refuses to run as root.
    private static (string Program, string[] Arguments) Unprivileged(string program, string[] arguments) =>
        Environment.IsPrivilegedProcess
            ? ("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", "--", program, .. arguments])
            : (program, arguments);

    // It reads from a pipe that only this process holds, so it goes on when this process is gone, however it ended:
    // then it stops the server and deletes the folder.
    private void Guard()
    {
        const string Script = """
            cat > /dev/null
            pid=$(head -n 1 "$1/data/postmaster.pid" 2> /dev/null) && kill -QUIT "$pid"
            while [ -e "/proc/$pid" ] && [ -n "$pid" ]; do sleep 0.1; done
            rm -rf "$1"
            """;
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "guard", _folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        _guard = Process.Start(start);
    }

    private static async Task RunAsync(string program, string[] arguments, string folder)
    {
        // Output goes to a file: the server inherits what its starter was given, and a pipe would never end.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >> ./tools 2>&1", "run", program, .. arguments])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:{Environment.NewLine}"
                + await File.ReadAllTextAsync(Path.Combine(folder, "tools")));
        }
    }
}
