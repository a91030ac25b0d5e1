using System.Text.Json;
using System.Threading.Channels;
using Aura.Dashboard.Publishing.Hub;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Tests.Publishing.Live;
using Aura.Dashboard.Tests.Components;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Tests.Publishing.Hub;

public sealed class ListenerTests : IClassFixture<RoundFeedTests.GoldOpens>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<RoundReport> _reports;
    private readonly RoundFeed _feed = new(new RulesInForce(Sample.Rules with { Alerts = null }), TimeProvider.System);
    private readonly StoredRounds _stored = new();
    private readonly Client _client = new();
    private readonly List<Listener> _listeners = [];

    public ListenerTests(RoundFeedTests.GoldOpens rounds) => _reports = rounds.Reports;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _listeners.ForEach(listener => listener.Dispose());

    [Fact]
    public async Task Rounds_that_complete_while_a_client_catches_up_arrive_in_order_and_once()
    {
        await CommitAsync(1, 230);
        var listener = Follow(lastSent: 230);

        var catchingUp = Task.Run(() => listener.CatchUpAsync(new RoundNumber(5), Cancelled), Cancelled);
        // Once counts from the catching up: a round before it would rightly be told live as well.
        Assert.Equal(["round 6"], await _client.NextAsync(1));
        var completing = Task.Run(() => CommitAsync(231, 600), Cancelled);

        Assert.Equal(Enumerable.Range(7, 594).Select(number => $"round {number}"), await _client.NextAsync(594));
        await Task.WhenAll(catchingUp, completing);
        await CommitAsync(601, 601);
        Assert.Equal(["round 601"], await _client.NextAsync(1));
    }

    [Fact]
    public async Task A_client_that_only_connects_is_told_what_happens_from_then_on()
    {
        await CommitAsync(1, 3);
        Follow(lastSent: 3);

        await CommitAsync(4, 5);

        Assert.Equal(["round 4", "round 5"], await _client.NextAsync(2));
    }

    [Fact]
    public async Task A_round_that_the_feed_skipped_comes_from_storage_before_the_next_one()
    {
        Follow(lastSent: 0);
        _stored.Add(Numbered(1));
        _stored.Add(Numbered(2));

        await CommitAsync(3, 3);

        Assert.Equal(["round 1", "round 2", "round 3"], await _client.NextAsync(3));
    }

    [Fact]
    public async Task While_a_client_does_not_read_one_page_is_held_and_no_more_is_read()
    {
        await CommitAsync(1, 500);
        var listener = Follow(lastSent: 500);
        _client.Reads = new TaskCompletionSource();

        var catchingUp = listener.CatchUpAsync(RoundNumber.None, Cancelled);

        Assert.False(catchingUp.IsCompleted);
        Assert.Equal([50], _stored.Asked);
        _client.Reads.SetResult();
        await catchingUp;
        Assert.All(_stored.Asked, limit => Assert.Equal(50, limit));
        Assert.Equal("round 500", (await _client.NextAsync(500))[^1]);
    }

    [Fact]
    public async Task News_of_a_breaker_does_not_wait_for_the_end_of_history()
    {
        const int Pages = 40;
        await CommitAsync(1, Pages * 50);
        var listener = Follow(lastSent: Pages * 50);
        _stored.Pages = new SemaphoreSlim(0);
        var catchingUp = listener.CatchUpAsync(RoundNumber.None, Cancelled);
        await _feed.RoundCompletedAsync(_reports[2] with { Round = new RoundNumber((Pages * 50) + 1) }, Cancelled);

        // Whenever a page is sent, the turn goes to whoever waited for it.
        var seen = new List<string>();
        while (!seen.Contains("GOLD Open", StringComparer.Ordinal) && _stored.Asked.Count < Pages)
        {
            _stored.Pages.Release();
            seen.AddRange(await _client.NextAsync(50));
        }

        Assert.Contains("GOLD Open", seen, StringComparer.Ordinal);
        _stored.Add(_reports[2] with { Round = new RoundNumber((Pages * 50) + 1) });
        _stored.Pages.Release(Pages + 1);
        await catchingUp;
    }

    [Fact]
    public async Task After_a_failure_of_storage_the_next_round_brings_what_is_missing()
    {
        await CommitAsync(1, 120);
        var listener = Follow(lastSent: 120);
        _stored.FailsFrom = 50;
        await Assert.ThrowsAsync<IOException>(() => listener.CatchUpAsync(RoundNumber.None, Cancelled));
        _stored.FailsFrom = long.MaxValue;

        await CommitAsync(121, 121);

        Assert.Equal(Enumerable.Range(1, 121).Select(number => $"round {number}"), await _client.NextAsync(121));
    }

    private Listener Follow(long lastSent)
    {
        var listener = new Listener(
            _client, _stored, new Renderings(TimeProvider.System), new RoundNumber(lastSent));
        _listeners.Add(listener);
        // Ends with the test, by its token.
        _ = listener.FollowAsync(_feed.EventsAsync(CancellationToken.None), Cancelled);
        return listener;
    }

    // As the engine does it: a round is committed before it is announced.
    private async Task CommitAsync(int first, int last)
    {
        for (int number = first; number <= last; number++)
        {
            _stored.Add(Numbered(number));
            await _feed.RoundCompletedAsync(Numbered(number), Cancelled);
        }
    }

    private RoundReport Numbered(int number) => _reports[0] with { Round = new RoundNumber(number) };

    private sealed class Client : IRoundClient
    {
        private readonly Channel<string> _told = Channel.CreateUnbounded<string>();

        public TaskCompletionSource? Reads { get; set; }

        public async Task<IReadOnlyList<string>> NextAsync(int count)
        {
            var told = new List<string>(count);
            while (told.Count < count)
                told.Add(await _told.Reader.ReadAsync(Cancelled).AsTask().WaitAsync(Patience, Cancelled));
            return told;
        }

        public async Task RoundCompleted(Rendered round)
        {
            if (Reads is { } reads)
                await reads.Task;
            _told.Writer.TryWrite($"round {Read(round).GetProperty("number")}");
        }

        public Task BreakerChanged(Rendered transition)
        {
            var change = Read(transition);
            _told.Writer.TryWrite($"{change.GetProperty("scope")} {change.GetProperty("to")}");
            return Task.CompletedTask;
        }

        public Task AlertRaised(Rendered alert)
        {
            var raised = Read(alert);
            _told.Writer.TryWrite($"alert {raised.GetProperty("number")} {raised.GetProperty("status")}");
            return Task.CompletedTask;
        }

        private static JsonElement Read(Rendered message) => JsonElement.Parse(message.Json.Span);
    }
}
