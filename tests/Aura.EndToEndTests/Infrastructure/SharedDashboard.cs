namespace Aura.EndToEndTests.Infrastructure;

/// <summary>
/// A dashboard that several tests look at: a server takes longer to start than most tests to run. All of them start at
/// once, and only who wants to look waits.
/// </summary>
public abstract class SharedDashboard(params (string Key, string Value)[] settings) : IAsyncLifetime
{
    private Task<DashboardProcess>? _started;

    public string Url => Started.GetAwaiter().GetResult().Url;

    private Task<DashboardProcess> Started => _started ?? throw new InvalidOperationException("The dashboard was not started.");

    public ValueTask InitializeAsync()
    {
        _started = DashboardProcess.StartAsync(settings);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await using var dashboard = await Started;
    }
}
