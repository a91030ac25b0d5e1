namespace Aura.EndToEndTests.Infrastructure;

/// <summary>One dashboard with a halted asset, for tests that only look.</summary>
public sealed class ExtremeGoldDashboard : IAsyncLifetime
{
    private DashboardProcess? _dashboard;

    public string Url => _dashboard?.Url ?? throw new InvalidOperationException("The dashboard was not started.");

    public async ValueTask InitializeAsync() =>
        _dashboard = await DashboardProcess.StartAsync(("Market__Scenario", "extreme-gold"));

    public async ValueTask DisposeAsync()
    {
        if (_dashboard is not null)
            await _dashboard.DisposeAsync();
    }
}
