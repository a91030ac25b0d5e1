using System.Net;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Scheduling;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Storage.Postgres;

/// <summary>Two real hosts on one database: one engine, wherever a slot, a person or a page happens to be.</summary>
public sealed class TwoHostsTests : IAsyncLifetime
{
    private const int SamePlaces = 50;

    private readonly FakeTimeProvider _clock = new(RoundDriver.FirstMoment);
    private TestDatabase _database = null!;
    private RoundDriver _a = null!;
    private RoundDriver _b = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        _a = _database.Start(clock: _clock);
        _b = _database.Start(clock: _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _a.Dispose();
        _b.Dispose();
        await _database.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Each_slot_runs_once_and_both_feeds_tell_every_round()
    {
        var cancelled = TestContext.Current.CancellationToken;
        for (int i = 1; i <= 6; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            var slot = _a.Slot;
            var runs = await Task.WhenAll(
                Task.Run(() => _a.Host.Get<RoundJob>().RunAsync(slot, cancelled), cancelled),
                Task.Run(() => _b.Host.Get<RoundJob>().RunAsync(slot, cancelled), cancelled));

            Assert.Equal([RoundRun.NotClaimed, RoundRun.Completed], runs.Order());
            await UntilAsync(_a, feed => feed.Latest?.Round.Value == i, cancelled);
            await UntilAsync(_b, feed => feed.Latest?.Round.Value == i, cancelled);
        }

        Assert.Equal(
            _a.Feed.Current.History.Select(report => report.ToBytes()),
            _b.Feed.Current.History.Select(report => report.ToBytes()));
        Assert.Equal(6, (await LedgerWalk.HoldsAsync(_b.Host)).Rounds);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_trip_on_one_host_is_seen_on_the_other_by_pages_hub_and_REST()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var events = _b.Feed.EventsAsync(cancelled).GetAsyncEnumerator(cancelled);
        using var callerOfA = await ApiCaller.SignInAsync(_a.Host);
        using var callerOfB = await ApiCaller.SignInAsync(_b.Host);

        var answer = await callerOfA.TripAsync("GOLD", Command.Valid());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.True(await events.MoveNextAsync());
        var changed = Assert.IsType<FeedEvent.BreakerChanged>(events.Current).Transition;
        Assert.Equal(("GOLD", BreakerState.Isolated, 2), (changed.Scope.Value, changed.To, changed.Version));
        await UntilAsync(_b, feed => feed.Breakers.Any(breaker => breaker.State is BreakerState.Isolated), cancelled);
        Assert.Equal(("Isolated", 2), await callerOfB.BreakerAsync("GOLD"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_host_tells_its_own_commits_once()
    {
        var cancelled = TestContext.Current.CancellationToken;
        await using var events = _a.Feed.EventsAsync(cancelled).GetAsyncEnumerator(cancelled);
        using var caller = await ApiCaller.SignInAsync(_a.Host);
        await caller.TripAsync("GOLD", Command.Valid());
        // Heard after the notification of the trip, on both hosts.
        await _a.RunAsync();
        await UntilAsync(_b, feed => feed.Latest is not null, cancelled);
        await caller.TripAsync("MSFT", Command.Valid());

        var told = new List<string>();
        while (told.Count < 5 && await events.MoveNextAsync())
            told.Add(events.Current switch
            {
                FeedEvent.BreakerChanged changed => changed.Transition.Scope.Value,
                FeedEvent.AlertRaised raised => $"incident {raised.Incident.Number}",
                _ => "round",
            });

        Assert.Equal(["GOLD", "incident 1", "round", "MSFT", "incident 2"], told);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_command_sent_to_both_hosts_many_times_gives_one_transition()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var callerOfA = await ApiCaller.SignInAsync(_a.Host);
        using var callerOfB = await ApiCaller.SignInAsync(_b.Host);
        var command = Command.Valid();

        var answers = await Task.WhenAll(Enumerable.Range(0, SamePlaces)
            .SelectMany(_ => new[] { callerOfA, callerOfB })
            .Select(caller => Task.Run(() => caller.TripAsync("GOLD", command), cancelled)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Single(answers.Select(answer => answer.Transition.ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.Single((await LedgerWalk.HoldsAsync(_a.Host)).Answers);
    }

    private static async Task UntilAsync(RoundDriver host, Func<LiveSnapshot, bool> seen, CancellationToken cancelled)
    {
        await foreach (var snapshot in host.Feed.WatchAsync(cancelled))
            if (seen(snapshot))
                return;
    }
}
