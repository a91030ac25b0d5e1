using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;
using Aura.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Aura.Engine.Tests.Nodes;

public sealed class OracleNetworkTests
{
    private static readonly RuleSet Rules = A.RuleSet().Build();
    private static readonly Slot FirstSlot = Standard.SlotOf(new RoundNumber(1));

    private readonly FakeTimeProvider _time = new(Standard.Start);
    private readonly ScriptedMarket _market = new();

    [Fact]
    public async Task Every_node_asks_every_source_for_itself_and_signs()
    {
        var gathering = await Gather();

        Assert.Equal(28, _market.Fetches);
        Assert.Equal([1, 2, 3, 4], gathering.Observations.Select(o => o.Observation.Node.Number));
        Assert.All(gathering.Observations, attributed =>
        {
            var key = Rules.Nodes.KeyOf(attributed.Observation.Node);
            Assert.NotNull(key);
            Assert.True(attributed.Signature.IsBy(key, attributed.Observation.ToBytes()));
            Assert.Equal(
                Rules.Market.Sources.Select(source => source.Id), attributed.Observation.Sources.Select(seen => seen.Source));
        });
        Assert.Equal(Standard.Start.AddMilliseconds(40), gathering.CompletedAt);
    }

    [Fact]
    public async Task A_body_that_four_nodes_received_is_kept_once_under_its_hash()
    {
        var gathering = await Gather();

        Assert.Equal(7, gathering.Bodies.Length);
        Assert.All(gathering.Bodies, body => Assert.Equal(Digest.Of(body.Bytes.Span), body.Hash));
        Assert.Equal(gathering.Bodies.OrderBy(body => body.Hash.Hex, StringComparer.Ordinal), gathering.Bodies);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_source_that_hangs_is_a_timeout_at_the_deadline_and_no_later(bool ignoresItsToken)
    {
        _ = ignoresItsToken ? _market.HangForEver(Standard.GoldSpot) : _market.Hang(Standard.GoldSpot);

        var gathering = Gather();
        _time.Advance(Rules.Schedule.GatherTimeout - TimeSpan.FromMilliseconds(1));
        Assert.False(gathering.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        var gathered = await gathering.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.All(gathered.Observations, attributed =>
        {
            var seen = attributed.Observation.Sources.Single(source => source.Source == Standard.GoldSpot.Id);
            Assert.Equal(
                new ObservedSource(
                    Standard.GoldSpot.Id, null, RefusalCode.Timeout, null, Standard.Start + Rules.Schedule.GatherTimeout),
                seen);
            Assert.All(
                attributed.Observation.Sources.Where(source => source != seen),
                source => Assert.Equal(RefusalCode.None, source.Failure));
        });
        Assert.Equal(Standard.Start + Rules.Schedule.GatherTimeout, gathered.CompletedAt);
    }

    [Fact]
    public async Task An_answer_without_a_body_is_empty()
    {
        _market.Answer(Standard.GoldSpot, request =>
            new RawResponse(204, ReadOnlyMemory<byte>.Empty, RefusalCode.None, ScriptedMarket.ReceivedAt(request)));

        Assert.All(await Seen(Standard.GoldSpot), seen => Assert.Equal((null, RefusalCode.Empty, 204), (seen.BodyHash, seen.Failure, seen.Status)));
    }

    [Fact]
    public async Task A_failure_keeps_its_code_its_status_and_its_body_as_evidence()
    {
        byte[] page = "<html>503</html>"u8.ToArray();
        _market.Answer(Standard.GoldSpot, request =>
            new RawResponse(503, page, RefusalCode.Transport, ScriptedMarket.ReceivedAt(request)));

        Assert.All(await Seen(Standard.GoldSpot), seen =>
            Assert.Equal((Digest.Of(page), RefusalCode.Transport, 503), (seen.BodyHash, seen.Failure, seen.Status)));
    }

    [Fact]
    public async Task Received_times_are_truncated_on_entry()
    {
        _market.Answer(Standard.GoldSpot, request =>
            ScriptedMarket.Standardly(request) with { ReceivedAt = Standard.Start.AddTicks(12_345_678) });

        Assert.All(await Seen(Standard.GoldSpot), seen => Assert.Equal(Standard.Start.AddMilliseconds(1_234), seen.ReceivedAt));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes()
    {
        var first = await Gather();
        var second = await Gather();

        Assert.Equal(Bytes(first), Bytes(second));

        static byte[] Bytes(Gathering gathering) => RoundInputs.Of(Query(), gathering).Evidence.ToBytes();
    }

    [Fact]
    public async Task A_host_that_stops_gets_no_observation()
    {
        using var stop = new CancellationTokenSource();
        _market.HangForEver(Standard.GoldSpot);

        var gathering = new OracleNetwork(_market, NodeKeys.Standard, _time).GatherAsync(Rules.Nodes, Query(), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gathering);
    }

    [Fact]
    public async Task An_exception_of_a_transport_is_a_bug_and_not_an_answer()
    {
        _market.Throw(Standard.GoldSpot, new InvalidOperationException("A bug."));

        await Assert.ThrowsAsync<InvalidOperationException>(Gather);
    }

    private Task<Gathering> Gather() =>
        new OracleNetwork(_market, NodeKeys.Standard, _time).GatherAsync(
            Rules.Nodes, Query(), TestContext.Current.CancellationToken);

    private async Task<IEnumerable<ObservedSource>> Seen(SourceRule source)
    {
        var gathering = await Gather();
        return gathering.Observations.Select(o => o.Observation.Sources.Single(seen => seen.Source == source.Id));
    }

    private static RoundQuery Query() =>
        new(
            Rules.ToDigest(), new RoundNumber(1), FirstSlot, new MarketMoment(Standard.Start, MarketSession.Open),
            Rules.Market.Sources, Rules.Schedule.GatherTimeout);
}
