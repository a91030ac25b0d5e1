using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Aura.Dashboard.Components.Layout;

/// <summary>The pulse of a circuit: one call a second into the page, which calls itself NOT LIVE when it stays away.</summary>
public sealed partial class LiveBeat : IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _stop = new();
    private Task _beating = Task.CompletedTask;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    internal LayoutStatus Status { get; init; } = default!;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _beating;
        _stop.Dispose();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _beating = BeatAsync();
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(Period, Clock);
        try
        {
            do
            {
                await BeatOnceAsync();
            }
            while (await timer.WaitForNextTickAsync(_stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The page was closed.
        }
        catch (JSDisconnectedException)
        {
            // The circuit is gone for good, and with it everybody who could see a beat.
        }
    }

    // While a circuit waits for its browser to come back nobody answers. The short timeout keeps one lost answer (the
    // default is a minute) from silencing the beats that follow the reconnection.
    private async Task BeatOnceAsync()
    {
        try
        {
            await Js.InvokeVoidAsync("aura.beat", Period, [Status.LatestRound()]);
        }
        catch (OperationCanceledException)
        {
            // Not answered in time: the next tick tries again.
        }
    }
}
