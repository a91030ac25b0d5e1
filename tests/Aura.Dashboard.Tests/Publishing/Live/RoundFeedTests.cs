using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Tests.Components;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Tests.Publishing.Live;

public sealed class RoundFeedTests : IClassFixture<RoundFeedTests.GoldOpens>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly RoundFeed _feed = new(new RulesInForce(Sample.Rules with { Alerts = null }), TimeProvider.System);
    private readonly IReadOnlyList<RoundReport> _reports;
    private readonly BreakerRules _rules;

    public RoundFeedTests(GoldOpens rounds)
    {
        _reports = rounds.Reports;
        _rules = rounds.Rules;
        _feed.Recover([], [.. Scopes.Select(scope => BreakerReport.Of(BreakerRecord.Initial(scope), _rules, []))]);
    }

    private static Scope[] Scopes => [Scope.System, Scope.Parse("GOLD"), Scope.Parse("MSFT")];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscriber_receives_the_present_and_then_what_changes()
    {
        await AnnounceAsync(_reports[0]);
        await using var page = _feed.WatchAsync(Cancelled).GetAsyncEnumerator(Cancelled);

        Assert.Equal(1, (await NextAsync(page)).Latest!.Round.Value);
        await AnnounceAsync(_reports[1]);

        var snapshot = await NextAsync(page);
        Assert.Equal(2, snapshot.Latest!.Round.Value);
        Assert.Equal([1, 2], snapshot.History.Select(report => report.Round.Value));
    }

    [Fact]
    public async Task A_slow_page_skips_to_the_newest_snapshot()
    {
        await using var page = _feed.WatchAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        foreach (var report in _reports)
            await AnnounceAsync(report);

        Assert.Equal(_reports[^1].Round, (await NextAsync(page)).Latest!.Round);
        await AnnounceAsync(_reports[^1] with { Round = _reports[^1].Round.Next });
        Assert.Equal(_reports[^1].Round.Next, (await NextAsync(page)).Latest!.Round);
    }

    [Fact]
    public async Task An_earlier_or_repeated_round_changes_nothing()
    {
        await AnnounceAsync(_reports[1]);
        var before = _feed.Current;
        await using var events = _feed.EventsAsync(Cancelled).GetAsyncEnumerator(Cancelled);

        await AnnounceAsync(_reports[0]);
        await AnnounceAsync(_reports[1]);

        Assert.Same(before, _feed.Current);
        await AnnounceAsync(_reports[3]);
        Assert.Equal(new FeedEvent.RoundCompleted(_reports[3]), await NextAsync(events));
    }

    [Fact]
    public async Task A_reader_receives_every_event_in_order_and_a_round_before_its_transitions()
    {
        await using var events = _feed.EventsAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        foreach (var report in _reports)
            await AnnounceAsync(report);

        var seen = new List<string>();
        for (int i = 0; i < _reports.Count + 1; i++)
            seen.Add(await NextAsync(events) switch
            {
                FeedEvent.RoundCompleted completed => $"round {completed.Report.Round}",
                FeedEvent.BreakerChanged changed => $"{changed.Transition.Scope} {changed.Transition.To}",
                var other => other.GetType().Name,
            });

        Assert.Equal(["round 1", "round 2", "round 3", "GOLD Open", "round 4"], seen, StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_command_between_decision_and_announcement_keeps_the_newer_version()
    {
        var (transition, breaker) = Trip("MSFT", version: 2);
        await _feed.BreakerChangedAsync(transition, breaker, Cancelled);

        await AnnounceAsync(_reports[0]);

        var msft = _feed.Current.Breakers.Single(known => known.Scope == breaker.Scope);
        Assert.Equal((BreakerState.Isolated, 2), (msft.State, msft.Version));
        Assert.Equal(1, _feed.Current.Latest!.Breaker("MSFT").Version);
    }

    [Fact]
    public async Task An_older_change_of_a_breaker_is_not_the_present_and_all_are_announced_in_order()
    {
        await using var events = _feed.EventsAsync(Cancelled).GetAsyncEnumerator(Cancelled);

        foreach (long version in (long[])[4, 2, 3])
        {
            var (transition, breaker) = Trip("MSFT", version);
            await _feed.BreakerChangedAsync(transition, breaker, Cancelled);
        }

        Assert.Equal(4, _feed.Current.Breakers.Single(known => known.Scope == Scope.Parse("MSFT")).Version);
        for (int version = 2; version <= 4; version++)
            Assert.Equal(version, Assert.IsType<FeedEvent.BreakerChanged>(await NextAsync(events)).Transition.Version);
    }

    [Fact]
    public async Task A_round_announced_after_the_one_that_follows_it_still_tells_what_it_changed()
    {
        await using var events = _feed.EventsAsync(Cancelled).GetAsyncEnumerator(Cancelled);

        await AnnounceAsync(_reports[3]);
        await AnnounceAsync(_reports[2]);

        Assert.Equal(new FeedEvent.RoundCompleted(_reports[3]), await NextAsync(events));
        Assert.Equal(new FeedEvent.BreakerChanged(_reports[2].Transitions[0]), await NextAsync(events));
        Assert.Equal(_reports[3], _feed.Current.Latest);
    }

    [Fact]
    public async Task A_reader_that_falls_too_far_behind_is_ended_and_nobody_else()
    {
        await using var slow = _feed.EventsAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        await using var quick = _feed.EventsAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        int told = 0;

        for (int number = 1; number <= 1030; number++)
        {
            await AnnounceAsync(_reports[0] with { Round = new RoundNumber(number) });
            Assert.IsType<FeedEvent.RoundCompleted>(await NextAsync(quick));
        }

        await Assert.ThrowsAsync<FeedOverrunException>(async () =>
        {
            for (; ; told++)
                await NextAsync(slow);
        });
        Assert.Equal(1024, told);
    }

    [Fact]
    public async Task History_is_bounded_and_keeps_the_newest()
    {
        for (int number = 1; number <= RoundFeed.LongestHistory + 10; number++)
            await AnnounceAsync(_reports[0] with { Round = new RoundNumber(number) });

        Assert.Equal(RoundFeed.LongestHistory, _feed.Current.History.Length);
        Assert.Equal(11, _feed.Current.History[0].Round.Value);
        Assert.Equal(RoundFeed.LongestHistory + 10, _feed.Current.Latest!.Round.Value);
    }

    [Fact]
    public async Task A_subscriber_that_leaves_ends_its_stream_and_nobody_elses()
    {
        using var leaves = new CancellationTokenSource();
        await using var page = _feed.WatchAsync(leaves.Token).GetAsyncEnumerator(Cancelled);
        await using var stays = _feed.WatchAsync(Cancelled).GetAsyncEnumerator(Cancelled);
        await NextAsync(page);
        await NextAsync(stays);

        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NextAsync(page));
        await AnnounceAsync(_reports[0]);
        Assert.Equal(1, (await NextAsync(stays)).Latest!.Round.Value);
    }

    [Fact]
    public async Task After_a_restart_the_feed_shows_what_the_database_knows()
    {
        using var before = RoundDriver.Start();
        using var caller = await ApiCaller.SignInAsync(before.Host);
        await before.RunAsync(3);
        await caller.TripAsync("GOLD", Command.Valid());
        using var after = RoundDriver.Start(folder: before.Host.Folder, clock: before.Clock);

        var recovered = after.Feed.Current;

        Assert.Equal([1, 2, 3], recovered.History.Select(report => report.Round.Value));
        Assert.Equal(
            ["SYSTEM 1 Closed", "GOLD 2 Isolated", "MSFT 1 Closed"],
            recovered.Breakers.Select(breaker => $"{breaker.Scope} {breaker.Version} {breaker.State}"),
            StringComparer.Ordinal);
    }

    private static async Task<T> NextAsync<T>(IAsyncEnumerator<T> stream)
    {
        Assert.True(await stream.MoveNextAsync().AsTask().WaitAsync(Patience, Cancelled));
        return stream.Current;
    }

    private ValueTask AnnounceAsync(RoundReport report) => _feed.RoundCompletedAsync(report, Cancelled);

    private (Transition Transition, BreakerReport Breaker) Trip(string scope, long version)
    {
        var transition = new Transition(
            Scope.Parse(scope), BreakerState.Closed, BreakerState.Isolated, version, BreakerCause.ManualTrip, true,
            RoundDriver.FirstMoment, null, "A trip.", null);
        var record = BreakerRecord.Initial(transition.Scope) with
        {
            State = BreakerState.Isolated,
            Version = version,
            TrippedAt = transition.At,
            Last = transition,
        };
        return (transition, BreakerReport.Of(record, _rules, []));
    }

    /// <summary>Four real rounds; GOLD opens in the third.</summary>
    public sealed class GoldOpens : IAsyncLifetime
    {
        internal IReadOnlyList<RoundReport> Reports { get; private set; } = [];

        internal BreakerRules Rules { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            using var rounds = RoundDriver.Start(host => host.With("Market:Scenario", "extreme-gold"));
            Reports = await rounds.RunAsync(4);
            Rules = rounds.Host.Get<RuleSet>().Breaker;
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
