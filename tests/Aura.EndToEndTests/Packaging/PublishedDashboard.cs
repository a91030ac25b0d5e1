using System.Diagnostics;
using System.Globalization;
using System.Text;
using Aura.EndToEndTests.Infrastructure;

namespace Aura.EndToEndTests.Packaging;

/// <summary>
/// What the Dockerfile publishes, started as the Dockerfile starts it: as a user without rights where the tests may
/// become one, from a folder that is not its own, with nothing on its path, in the environment of the image.
/// </summary>
internal sealed class PublishedDashboard : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    // The user of .NET's own images; it needs no entry anywhere.
    private const string User = "1654";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ContainerFile _container = ContainerFile.Read();
    private readonly string _root = Directory.CreateTempSubdirectory("aura-published-").FullName;
    private readonly StringBuilder _output = new();
    private Process? _server;

    private PublishedDashboard()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        foreach (string folder in new[] { App, Data, Elsewhere, Path.Combine(_root, "empty") })
            Directory.CreateDirectory(folder);
    }

    public string App => Path.Combine(_root, "app");

    /// <summary>The folder that it is started from.</summary>
    public string Elsewhere => Path.Combine(_root, "elsewhere");

    public string Url => $"http://127.0.0.1:{Port}";

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    private string Data => Path.Combine(_root, "data");

    private string Port { get; set; } = "0";

    /// <summary>Runs the commands of the build stage in the repository, with a folder of our own for <c>/app</c>.</summary>
    public static async Task<PublishedDashboard> PublishAsync()
    {
        var published = new PublishedDashboard();
        foreach (string command in published._container.BuildCommands)
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", command.Replace("/app", published.App, StringComparison.Ordinal)])
            {
                WorkingDirectory = Repository.Root,
                // No compiler or build server may outlive the test.
                Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["UseSharedCompilation"] = "false" },
            };
            var (code, output) = await RunAsync(start);
            Assert.True(code == 0, $"The Dockerfile's '{command}' failed:\n{output}");
        }

        return published;
    }

    /// <summary>Starts it as the Dockerfile's entry point does.</summary>
    public async Task StartAsync(params (string Key, string Value)[] settings)
    {
        if (await MayBecomeAsync())
            await RunAsync(new ProcessStartInfo("chown", ["-R", $"{User}:{User}", Data, Elsewhere]));

        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _server = Process.Start(await CommandAsync("ENTRYPOINT", settings))!;
        _server.OutputDataReceived += (_, line) => Read(line.Data);
        _server.ErrorDataReceived += (_, line) => Read(line.Data);
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        try
        {
            string address = await listening.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            Port = address[(address.LastIndexOf(':') + 1)..];
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"The published dashboard does not listen. It said:\n{Output}", exception);
        }

        void Read(string? line)
        {
            lock (_output)
                _output.AppendLine(line);
            if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                listening.TrySetResult(line[(at + Listening.Length)..].Trim());
        }
    }

    /// <summary>Asks as the Dockerfile's health check does.</summary>
    public async Task<(int Code, string Output)> CheckHealthAsync() => await RunAsync(await CommandAsync("HEALTHCHECK"));

    /// <summary>Every file that was published, with its size and the time of its last change.</summary>
    public IReadOnlyList<string> Files() =>
    [
        .. new DirectoryInfo(App).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
            .Select(entry => string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetRelativePath(App, entry.FullName)} {(entry as FileInfo)?.Length} {entry.LastWriteTimeUtc:O}"))
            .Order(StringComparer.Ordinal),
    ];

    public async Task StopAsync()
    {
        if (_server is null)
            return;
        _server.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync();
        _server.Dispose();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_root, recursive: true);
    }

    private static string Find(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program)).First(File.Exists);

    private static async Task<bool> MayBecomeAsync() =>
        Environment.UserName is "root" && File.Exists("/usr/bin/setpriv")
        && (await RunAsync(new ProcessStartInfo("setpriv", [.. Become(), "test", "-x", Find("dotnet")]))).Code == 0;

    private static string[] Become() => [$"--reuid={User}", $"--regid={User}", "--clear-groups", "--"];

    private static async Task<(int Code, string Output)> RunAsync(ProcessStartInfo start)
    {
        start.UseShellExecute = false;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var cancelled = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancelled);
        var errors = process.StandardError.ReadToEndAsync(cancelled);
        await process.WaitForExitAsync(cancelled).WaitAsync(Patience, cancelled);
        return (process.ExitCode, await output + await errors);
    }

    private async Task<ProcessStartInfo> CommandAsync(string instruction, params (string Key, string Value)[] settings)
    {
        // The image's working folder is /app; here the library is named from elsewhere.
        string[] command = [Find("dotnet"), .. _container.FinalArguments(instruction).Skip(1)
            .Select(argument => argument.EndsWith(".dll", StringComparison.Ordinal) ? Path.Combine(App, argument) : argument)];
        string[] whole = await MayBecomeAsync() ? [Find("setpriv"), .. Become(), .. command] : command;
        var start = new ProcessStartInfo(whole[0], whole[1..])
        {
            WorkingDirectory = Elsewhere,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = Path.Combine(_root, "empty");
        foreach (var (key, value) in _container.Environment)
            start.Environment[key] = value.Replace("/data", Data, StringComparison.Ordinal);
        start.Environment["ASPNETCORE_HTTP_PORTS"] = Port;
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return start;
    }
}
