using System.Reflection;
using System.Runtime.InteropServices;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MudBlazor;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What runs here and whether it is ready: the same checks that answer a supervisor.</summary>
public sealed partial class HealthPanel : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private DatabaseVersion? _database;
    private LedgerStatus? _ledger;
    private HealthReport? _health;
    private DateTimeOffset? _at;

    [Inject]
    public required RuleSet Rules { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required HealthCheckService Health { get; init; }

    [Inject]
    internal IDatabaseVersion Database { get; init; } = default!;

    [Inject]
    internal ILedgerStatus Ledger { get; init; } = default!;

    private static string Build =>
        typeof(HealthPanel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? Figures.Unknown;

    private static string Runtime => $"{RuntimeInformation.FrameworkDescription} · {RuntimeInformation.RuntimeIdentifier}";

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnInitializedAsync() => ReadAsync();

    // Health first: it also tells when the database cannot answer the other two.
    private async Task ReadAsync()
    {
        _health = await Health.CheckHealthAsync(_left.Token);
        _at = Clock.GetUtcNow();
        if (_health.Status is HealthStatus.Unhealthy)
            return;

        _database = await Database.ReadAsync(_left.Token);
        _ledger = await Ledger.ReadAsync(_left.Token);
    }

    private static Tone ToneOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => Tone.Good,
        HealthStatus.Degraded => Tone.Warning,
        _ => Tone.Danger,
    };

    private static string IconOf(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => Icons.Material.Filled.CheckCircle,
        HealthStatus.Degraded => Icons.Material.Filled.Warning,
        _ => Icons.Material.Filled.Cancel,
    };
}
