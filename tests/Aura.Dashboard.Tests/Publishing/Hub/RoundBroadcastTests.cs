using System.Threading.Channels;
using Aura.Dashboard.Publishing.Hub;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Dashboard.Tests.Publishing.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aura.Dashboard.Tests.Publishing.Hub;

public sealed class RoundBroadcastTests(RoundFeedTests.GoldOpens rounds) : IClassFixture<RoundFeedTests.GoldOpens>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly RoundFeed _feed = new();
    private readonly Clients _clients = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_announced_right_after_the_start_is_sent()
    {
        using var broadcast = Create();
        await broadcast.StartAsync(Cancelled);

        await _feed.RoundCompletedAsync(rounds.Reports[0], Cancelled);

        Assert.Equal("round 1", await NextAsync());
        await broadcast.StopAsync(Cancelled);
    }

    [Fact]
    public async Task A_message_that_cannot_be_sent_does_not_end_the_broadcast()
    {
        using var broadcast = Create();
        _clients.Fails = true;
        await broadcast.StartAsync(Cancelled);
        await _feed.RoundCompletedAsync(rounds.Reports[0], Cancelled);
        Assert.Equal("round 1", await NextAsync());
        _clients.Fails = false;

        await _feed.RoundCompletedAsync(rounds.Reports[2], Cancelled);

        Assert.Equal("round 3", await NextAsync());
        Assert.Equal("GOLD Open", await NextAsync());
        await broadcast.StopAsync(Cancelled);
    }

    private RoundBroadcast Create() =>
        new(_feed, _clients, TimeProvider.System, NullLogger<RoundBroadcast>.Instance);

    private Task<string> NextAsync() =>
        _clients.Sent.Reader.ReadAsync(Cancelled).AsTask().WaitAsync(Patience, Cancelled);

    /// <summary>A hub of one client, which writes down what it is told.</summary>
    private sealed class Clients : IHubContext<RoundHub, IRoundClient>, IHubClients<IRoundClient>, IRoundClient
    {
        IHubClients<IRoundClient> IHubContext<RoundHub, IRoundClient>.Clients => this;

        public IGroupManager Groups => throw new NotSupportedException();

        public IRoundClient All => this;

        public Channel<string> Sent { get; } = Channel.CreateUnbounded<string>();

        public bool Fails { get; set; }

        public Task RoundCompleted(RoundView round) => Note($"round {round.Number}");

        public Task BreakerChanged(TransitionView transition) => Note($"{transition.Scope} {transition.To}");

        public IRoundClient AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();

        public IRoundClient Client(string connectionId) => throw new NotSupportedException();

        IRoundClient IHubClients<IRoundClient>.Clients(IReadOnlyList<string> connectionIds) =>
            throw new NotSupportedException();

        public IRoundClient Group(string groupName) => throw new NotSupportedException();

        public IRoundClient GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) =>
            throw new NotSupportedException();

        IRoundClient IHubClients<IRoundClient>.Groups(IReadOnlyList<string> groupNames) => throw new NotSupportedException();

        public IRoundClient User(string userId) => throw new NotSupportedException();

        public IRoundClient Users(IReadOnlyList<string> userIds) => throw new NotSupportedException();

        private Task Note(string message)
        {
            bool fails = Fails;
            Sent.Writer.TryWrite(message);
            return fails ? Task.FromException(new IOException("The connection is gone.")) : Task.CompletedTask;
        }
    }
}
