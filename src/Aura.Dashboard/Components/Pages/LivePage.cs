using Aura.Dashboard.Publishing.Live;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Pages;

/// <summary>
/// A page that follows the rounds: the snapshot at once, then the newest one whenever something changed, drawn at most
/// five times a second. While the person pauses, rounds are held; breakers and incidents are not. <typeparamref name="T"/> is what
/// the page makes of a snapshot.
/// </summary>
public abstract class LivePage<T> : ComponentBase, IAsyncDisposable
    where T : class
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(200);
    private readonly CancellationTokenSource _stop;
    private Task _watching = Task.CompletedTask;
    private LiveSnapshot? _newest;
    private LiveSnapshot? _shown;

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    internal RoundFeed Feed { get; init; } = default!;

    [Inject]
    internal LivePause Pause { get; init; } = default!;

    [Inject]
    internal ILoggerFactory Loggers { get; init; } = default!;

    protected LivePage()
    {
        _stop = new CancellationTokenSource();
        Left = _stop.Token;
    }

    /// <summary>The page was left: nobody waits for what it still reads.</summary>
    protected CancellationToken Left { get; }

    protected LiveState State { get; private set; }

    /// <summary>Never null while <see cref="State"/> is Ready or Empty.</summary>
    protected T? View { get; private set; }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Pause.Changed -= ShowAgain;
        await _stop.CancelAsync();
        await _watching;
        _stop.Dispose();
    }

    private protected abstract T Read(LiveSnapshot snapshot);

    private protected abstract bool IsEmpty(T view);

    protected override void OnInitialized()
    {
        Pause.Changed += ShowAgain;
        _watching = WatchAsync();
    }

    /// <summary>Follows again after a failure.</summary>
    protected void Retry()
    {
        if (State is not LiveState.Failed)
            return;

        State = LiveState.Loading;
        _watching = WatchAsync();
    }

    private async Task WatchAsync()
    {
        try
        {
            await foreach (var snapshot in Feed.WatchAsync(_stop.Token))
            {
                // Before recovery the feed knows no breaker: that is not the same as an installation without rounds.
                if (snapshot.Breakers.IsEmpty)
                    continue;

                _newest = snapshot;
                Show(snapshot);
                // The feed keeps only the newest snapshot meanwhile, so nothing old is drawn afterwards.
                await Task.Delay(ShortestPause, Clock, _stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception exception)
        {
            // By design one page that cannot follow says so instead of taking the whole circuit with it.
            LivePageLog.Failed(Loggers.CreateLogger(GetType()), exception);
            State = LiveState.Failed;
            StateHasChanged();
        }
    }
    // One person's click: it comes on the page's own thread.
    private void ShowAgain(object? sender, EventArgs change)
    {
        if (_newest is { } newest && State is not LiveState.Failed)
            Show(newest);
    }

    private void Show(LiveSnapshot newest)
    {
        _shown = Pause.Since is not null && _shown is { } held ? held with { Breakers = newest.Breakers, Alerts = newest.Alerts } : newest;
        View = Read(_shown);
        State = IsEmpty(View) ? LiveState.Empty : LiveState.Ready;
        StateHasChanged();
    }
}
