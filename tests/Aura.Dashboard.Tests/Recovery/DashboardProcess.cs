using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aura.Dashboard.Identity;

namespace Aura.Dashboard.Tests.Recovery;

/// <summary>The built executable as a process of its own, with rounds every second and nothing to wait for.</summary>
internal sealed class DashboardProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;

    private DashboardProcess(Process process) => _process = process;

    public HttpClient Client { get; } = new() { Timeout = TimeSpan.FromSeconds(10) };

    public static Task<DashboardProcess> StartAsync(string folder, CancellationToken cancelled) =>
        StartAsync(typeof(DemoAccounts).Assembly.Location, folder, cancelled);

    /// <summary>Starts another executable that is the dashboard, with more settings (<c>Section__Key</c>).</summary>
    public static async Task<DashboardProcess> StartAsync(
        string assembly, string folder, CancellationToken cancelled, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = AppContext.BaseDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, "aura.db")}",
                ["Market__Scenario"] = "extreme-gold",
                ["Rounds__Cron"] = "* * * * * *",
                ["Rounds__GatherTimeout"] = "00:00:00.5",
                ["Breaker__CoolDown"] = "00:00:00",
            },
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        start.ArgumentList.Add(assembly);
        var started = new DashboardProcess(Process.Start(start)!);
        try
        {
            await started.SignInAsync(cancelled);
            return started;
        }
        catch
        {
            started.Dispose();
            throw;
        }
    }

    /// <summary>The signal that no process can refuse, and the end of the process.</summary>
    public async Task Kill9Async()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    public Task EndedAsync(CancellationToken cancelled) => _process.WaitForExitAsync(cancelled);

    /// <summary>Asks it to stop, as a supervisor does, and answers its exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancelled)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]))
            await kill.WaitForExitAsync(cancelled);
        await _process.WaitForExitAsync(cancelled);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        Client.Dispose();
    }

    // The whole output is read as it comes: a full pipe would stop the process.
    private async Task<Uri> FindAddressAsync(CancellationToken cancelled)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
                address.TrySetException(new InvalidOperationException("The dashboard ended before it listened."));
            else if (line.Data.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                address.TrySetResult(new Uri(line.Data[(at + Listening.Length)..].Trim()));
        };
        _process.BeginOutputReadLine();
        return await address.Task.WaitAsync(cancelled);
    }

    private async Task SignInAsync(CancellationToken cancelled)
    {
        Client.BaseAddress = await FindAddressAsync(cancelled);
        using var response = await Client.PostAsJsonAsync(
            "/api/v1/token", new { email = ApiCaller.Operator, password = DemoAccounts.Password }, cancelled);
        var token = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(cancelled);
        Client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (string?)token!["accessToken"]);
    }
}
