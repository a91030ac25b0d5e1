namespace Aura.EndToEndTests.Infrastructure;

/// <summary>A dashboard that several tests look at: a server takes longer to start than most tests to run.</summary>
public abstract class SharedDashboard(params (string Key, string Value)[] settings) : IAsyncLifetime
{
    private DashboardProcess? _dashboard;

    public string Url => _dashboard?.Url ?? throw new InvalidOperationException("The dashboard was not started.");

    public async ValueTask InitializeAsync() => _dashboard = await DashboardProcess.StartAsync(settings);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_dashboard is not null)
            await _dashboard.DisposeAsync();
    }
}
