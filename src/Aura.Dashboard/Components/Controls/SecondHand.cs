namespace Aura.Dashboard.Components.Controls;

/// <summary>
/// One clock for all ages and countdowns of a page. Every second the first of them is drawn, and while it is drawn it
/// asks the others to be: the renderer puts what is asked for meanwhile into the same batch, so that the browser gets one
/// message and not one for each. Used on the circuit's own thread only.
/// </summary>
internal sealed class SecondHand(TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly List<EverySecond> _shown = [];
    private readonly CancellationTokenSource _stop = new();
    private bool _ticks;
    private EverySecond? _first;

    public void Add(EverySecond part)
    {
        _shown.Add(part);
        if (!_ticks)
            _ = TickAsync();
    }

    public void Remove(EverySecond part) => _shown.Remove(part);

    /// <summary>Called by a part while it is drawn.</summary>
    public void DrawOthers(EverySecond part)
    {
        if (!ReferenceEquals(part, _first))
            return;

        _first = null;
        foreach (var other in _shown)
            if (!ReferenceEquals(part, other))
                other.Draw();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    // Ends by itself when nothing is shown: a page without ages needs no clock.
    private async Task TickAsync()
    {
        _ticks = true;
        using var timer = new PeriodicTimer(Period, clock);
        try
        {
            while (_shown.Count > 0 && await timer.WaitForNextTickAsync(_stop.Token))
                if (_shown is [var first, ..])
                {
                    _first = first;
                    first.Draw();
                }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The page was closed.
        }
        finally
        {
            _ticks = false;
        }
    }
}
