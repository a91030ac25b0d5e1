using System.Diagnostics;
using System.Globalization;

namespace Aura.Testing;

/// <summary>
/// The real dashboard in a process of its own, with a database of its own, whose rounds come when it is told. Its feed is
/// full from the beginning, so that a page looks from its first minute as it looks all day.
/// </summary>
public sealed class PacedDashboard : IAsyncDisposable
{
    private const string Mark = "paced: ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly string _folder;
    private readonly Process _process;

    private PacedDashboard(string folder, Process process)
    {
        _folder = folder;
        _process = process;
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Starts it with these settings (<c>Section__Key</c>) on top of those of a calm market.</summary>
    public static async Task<PacedDashboard> StartAsync(params (string Key, string Value)[] settings)
    {
        string output = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string folder = Directory.CreateTempSubdirectory("aura-paced-").FullName;
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Aura.PacedHost", output, "Aura.PacedHost.dll")) },
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, "aura.db")}",
                ["Market__Scenario"] = "calm",
                ["Rounds__Cron"] = "* * * * * *",
                ["Rounds__GatherTimeout"] = "00:00:00.9",
                ["Logging__LogLevel__Default"] = "Warning",
                ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning",
            },
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        var dashboard = new PacedDashboard(
            folder, Process.Start(start) ?? throw new InvalidOperationException("The dashboard did not start."));
        try
        {
            dashboard.Url = await dashboard.HearAsync().WaitAsync(StartLimit);
            return dashboard;
        }
        catch
        {
            await dashboard.DisposeAsync();
            throw;
        }
    }

    /// <summary>Publishes one round: its number, and when it was handed over (<see cref="Stopwatch"/>'s clock).</summary>
    public async Task<(long Round, long At)> PublishAsync()
    {
        string[] answer = (await AskAsync("publish")).Split(' ');
        return (Whole(answer[0]), Whole(answer[1]));
    }

    /// <summary>Publishes so many rounds, one in each interval; answers the last one's number when all are out.</summary>
    public async Task<long> PublishAsync(int count, TimeSpan interval) => Whole(await AskAsync(
        string.Create(CultureInfo.InvariantCulture, $"pace {count} {interval.TotalMilliseconds}")));

    /// <summary>What all threads of the process have computed so far.</summary>
    public async Task<TimeSpan> ProcessorAsync() =>
        TimeSpan.FromMilliseconds(double.Parse(await AskAsync("processor"), CultureInfo.InvariantCulture));

    /// <summary>The bytes that the process holds after a collection.</summary>
    public async Task<long> HeapAsync() => Whole(await AskAsync("heap"));

    /// <summary>A chart of five lines as a page sends it to its script, as JSON.</summary>
    public Task<string> ChartAsync(int points) => AskAsync(string.Create(CultureInfo.InvariantCulture, $"chart {points}"));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> AskAsync(string question)
    {
        await _process.StandardInput.WriteLineAsync(question);
        await _process.StandardInput.FlushAsync();
        return await HearAsync();
    }

    private async Task<string> HearAsync()
    {
        var said = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
                return line[Mark.Length..];
            said.Add(line);
        }

        throw new InvalidOperationException($"The dashboard ended. It said:\n{string.Join('\n', said)}");
    }

    private static long Whole(string number) => long.Parse(number, CultureInfo.InvariantCulture);
}
