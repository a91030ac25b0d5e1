using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Draws its content again every second with the present time: ages and countdowns, and nothing around them.</summary>
public sealed partial class EverySecond : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private Task _ticking = Task.CompletedTask;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Parameter]
    [EditorRequired]
    public required RenderFragment<DateTimeOffset> ChildContent { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _ticking;
        _stop.Dispose();
    }

    protected override void OnInitialized() => _ticking = TickAsync();

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(Period, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
                StateHasChanged();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // What it belonged to is no longer shown.
        }
    }
}
