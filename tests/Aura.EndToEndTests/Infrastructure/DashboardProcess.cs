using System.Diagnostics;

namespace Aura.EndToEndTests.Infrastructure;

/// <summary>
/// The real executable on a real port with a database of its own. Rounds come every second, so that tests wait for
/// what a person would wait five seconds for.
/// </summary>
internal sealed class DashboardProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["Rounds__Cron"] = "* * * * * *",
        ["Rounds__GatherTimeout"] = "00:00:00.9",
        ["Breaker__CoolDown"] = "00:00:02",
    };

    private readonly System.Text.StringBuilder _output = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("aura-e2e-").FullName;
    private Process? _process;

    private DashboardProcess(params (string Key, string Value)[] settings)
    {
        _settings["Storage__ConnectionString"] = Path.Combine(_folder, "aura.db");
        foreach (var (key, value) in settings)
            _settings[key] = value;
    }

    /// <summary>Where it listens; the same after a restart.</summary>
    public string Url { get; private set; } = "http://127.0.0.1:0";

    /// <summary>Where its database, keys and checkpoints lie.</summary>
    public string Folder => _folder;

    /// <summary>Everything it has written to its log.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts a dashboard with these settings (<c>Section__Key</c>).</summary>
    public static async Task<DashboardProcess> StartAsync(params (string Key, string Value)[] settings)
    {
        var dashboard = new DashboardProcess(settings);
        await dashboard.StartAsync();
        return dashboard;
    }

    /// <summary>Starts it again on the same database and the same port.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Repository.DashboardAssembly,
                "--urls", Url, "--contentRoot", Repository.Root,
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (key, value) in _settings)
            start.Environment[key] = value;

        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(start) ?? throw new InvalidOperationException("The dashboard did not start.");
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        try
        {
            Url = await listening.Task.WaitAsync(StartLimit);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"The dashboard does not listen. It said:\n{Output}", exception);
        }

        void Read(string? line)
        {
            lock (_output)
                _output.AppendLine(line);
            if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                listening.TrySetResult(line[(at + Listening.Length)..].Trim());
        }
    }

    /// <summary>Ends it without warning, as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
