using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aura.Engine.Breaker;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Publishing.Live;

/// <summary>
/// The live data of this process: snapshot and stream from one call, monotonic by round and breaker version. A slow
/// page skips to the newest snapshot; a slow event reader is ended, never served with a hole. A commit of this process
/// may be announced twice, by the engine and by the ledger that is followed: it is told once.
/// </summary>
/// <param name="rules">How long an incident may stay unanswered.</param>
/// <param name="time">When that is over.</param>
internal sealed class RoundFeed(RulesInForce rules, TimeProvider time) : IReportPublisher
{
    /// <summary>Twenty minutes at one round in five seconds, below what a chart can draw.</summary>
    public const int LongestHistory = 240;

    private const int EventBuffer = 1024;

    private readonly Lock _gate = new();
    private readonly HashSet<Channel<LiveSnapshot>> _pages = [];
    private readonly HashSet<Channel<FeedEvent>> _readers = [];
    private readonly TransitionOrder _order = new();

    private readonly AlertCalls _calls = new();

    private volatile LiveSnapshot _current = new([], []);

    /// <summary>What is known now.</summary>
    public LiveSnapshot Current => _current;

    /// <summary>How many pages follow now.</summary>
    public int Watchers
    {
        get
        {
            lock (_gate)
                return _pages.Count;
        }
    }

    /// <summary>What storage knows, before the first round of this process.</summary>
    /// <param name="history">Oldest first.</param>
    /// <param name="breakers">The recorded breakers.</param>
    /// <param name="alerts">The recorded incidents; null for none.</param>
    public void Recover(IEnumerable<RoundReport> history, IEnumerable<BreakerReport> breakers, AlertBook? alerts = null)
    {
        lock (_gate)
        {
            ImmutableArray<RoundReport> known = [.. history.TakeLast(LongestHistory)];
            Publish(new LiveSnapshot(known, [.. breakers])
            {
                Agreed = known.Aggregate(ImmutableDictionary<SourceId, LastAgreed>.Empty, LastAgreed.After),
                Alerts = alerts ?? AlertBook.Empty,
            });
            // Told before this process began.
            if (rules.Settings.Alerts is { } answers)
                _calls.News(_current.Alerts, answers, time.GetUtcNow());
            foreach (var breaker in _current.Breakers)
                _order.StartAfter(breaker.Scope, breaker.Version);
        }
    }

    public ValueTask RoundCompletedAsync(RoundReport report, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            bool isNews = _current.Latest is not { } latest || report.Round.CompareTo(latest.Round) > 0;
            if (isNews)
            {
                Publish(new LiveSnapshot(
                    [.. _current.History.TakeLast(LongestHistory - 1), report],
                    [.. report.Breakers.Select(breaker => Newer(breaker, _current.Breakers))])
                {
                    Agreed = LastAgreed.After(_current.Agreed, report),
                    Alerts = Newer(report.Alerts),
                });
                Announce(new FeedEvent.RoundCompleted(report));
            }

            // Also of a round that was overtaken: its changes are what later ones may be waiting for.
            foreach (var transition in report.Transitions)
                Announce(_order.Admit(transition));
            if (isNews)
                Announce(_order.RoundPassed());
            AnnounceAlerts();
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask BreakerChangedAsync(
        Transition transition, BreakerReport breaker, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Publish(_current with
            {
                Breakers = [.. _current.Breakers.Select(known =>
                    known.Scope == breaker.Scope && known.Version < breaker.Version
                        ? breaker with { ActiveCauses = known.ActiveCauses }
                        : known)],
            });
            Announce(_order.Admit(transition));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask RequestChangedAsync(BreakerReport breaker, CancellationToken cancellationToken)
    {
        lock (_gate)
            Publish(_current with
            {
                // A later version has no requests of an earlier one.
                Breakers = [.. _current.Breakers.Select(known =>
                    known.Scope == breaker.Scope && known.Version == breaker.Version
                        ? known with { Pending = breaker.Pending, Unreviewed = breaker.Unreviewed }
                        : known)],
            });
        return ValueTask.CompletedTask;
    }

    public ValueTask AlertsChangedAsync(AlertBook alerts, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (alerts.Version > _current.Alerts.Version)
                Publish(_current with { Alerts = alerts });
            AnnounceAlerts();
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>The current snapshot, then the newest one whenever something changed.</summary>
    public IAsyncEnumerable<LiveSnapshot> WatchAsync(CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<LiveSnapshot>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        lock (_gate)
        {
            channel.Writer.TryWrite(_current);
            _pages.Add(channel);
        }

        return ReadAsync(channel, _pages, cancellationToken);
    }

    /// <summary>
    /// Every event from now on: rounds rising by number, the changes of each breaker rising by version.
    /// </summary>
    /// <exception cref="FeedOverrunException">While reading: the reader is too far behind.</exception>
    public IAsyncEnumerable<FeedEvent> EventsAsync(CancellationToken cancellationToken)
    {
        var channel = Channel.CreateBounded<FeedEvent>(
            new BoundedChannelOptions(EventBuffer) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
        lock (_gate)
            _readers.Add(channel);
        return ReadAsync(channel, _readers, cancellationToken);
    }

    // A round is decided before it is announced; a command may have been announced in between. The version tells.
    private static BreakerReport Newer(BreakerReport reported, ImmutableArray<BreakerReport> known) =>
        known.FirstOrDefault(breaker => breaker.Scope == reported.Scope) is { } current
        && current.Version > reported.Version
            ? current with { ActiveCauses = reported.ActiveCauses }
            : reported;

    private AlertBook Newer(AlertBook? reported) =>
        reported is { } book && book.Version > _current.Alerts.Version ? book : _current.Alerts;

    private void AnnounceAlerts()
    {
        if (rules.Settings.Alerts is not { } answers)
            return;

        foreach (var raised in _calls.News(_current.Alerts, answers, time.GetUtcNow()))
            Announce(raised);
    }

    private void Publish(LiveSnapshot snapshot)
    {
        _current = snapshot;
        foreach (var page in _pages)
            page.Writer.TryWrite(snapshot);
    }

    private void Announce(IEnumerable<Transition> transitions)
    {
        foreach (var transition in transitions)
            Announce(new FeedEvent.BreakerChanged(transition));
    }

    private void Announce(FeedEvent happened) =>
        _readers.RemoveWhere(reader =>
            !reader.Writer.TryWrite(happened) && reader.Writer.TryComplete(new FeedOverrunException(EventBuffer)));

    private async IAsyncEnumerable<T> ReadAsync<T>(
        Channel<T> channel, HashSet<Channel<T>> subscribers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancellationToken))
                yield return item;
        }
        finally
        {
            lock (_gate)
                subscribers.Remove(channel);
        }
    }
}
