using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;
using Aura.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

public sealed class RoundRunnerTests : IDisposable
{
    private static readonly RuleSet Rules = A.RuleSet().Build();

    private readonly MemoryRoundStore _store = new();
    private readonly ScriptedMarket _market = new();
    private readonly RecordingPublisher _publisher = new();
    private readonly FakeTimeProvider _time = new(Standard.Start);
    private readonly RiskEngine _engine;
    private readonly RoundRunner _runner;

    public RoundRunnerTests()
    {
        _engine = new RiskEngine(_store, Rules, _publisher, _time);
        _runner = new RoundRunner(
            _store, _market, new OracleNetwork(_market, NodeKeys.Standard, _time), _engine, _publisher);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_slot_becomes_a_committed_and_announced_round()
    {
        Assert.Equal(RoundRun.Completed, await Run(1));

        Assert.Equal(new RoundNumber(1), Assert.Single(_publisher.Reports).Round);
        Assert.Single(_store.Commits);
        Assert.Equal(Rules.Schedule.GatherTimeout + TimeSpan.FromSeconds(10), _store.LastLease);
    }

    [Fact]
    public async Task Rounds_are_numbered_without_gaps()
    {
        for (int round = 1; round <= 3; round++)
            await Run(round);

        Assert.Equal([1, 2, 3], _publisher.Reports.Select(report => report.Round.Value));
    }

    [Fact]
    public async Task A_slot_that_fires_twice_burns_no_quota()
    {
        await Run(1);
        int fetches = _market.Fetches;

        Assert.Equal(RoundRun.NotClaimed, await Run(1));
        Assert.Equal(fetches, _market.Fetches);
        Assert.Single(_store.Commits);
    }

    [Fact]
    public async Task A_market_that_has_ended_claims_nothing()
    {
        _market.Last = new RoundNumber(0);

        Assert.Equal(RoundRun.NotClaimed, await Run(1));
        Assert.Null(_store.LastLease);
        Assert.Equal(0, _market.Fetches);
    }

    [Fact]
    public async Task A_slot_whose_round_was_taken_meanwhile_is_abandoned_and_not_announced()
    {
        _market.Hang(Standard.GoldSpot);
        var late = Run(1);
        await _engine.DecideAsync(A.Round().Build(), Cancelled);
        _time.Advance(Rules.Schedule.GatherTimeout);

        Assert.Equal(RoundRun.Abandoned, await late);
        Assert.Single(_store.Commits);
        Assert.Empty(_publisher.Reports);
    }

    [Fact]
    public async Task A_vendor_that_hangs_does_not_delay_a_trip_which_the_round_then_sees()
    {
        _market.HangForEver(Standard.GoldSpot);
        var round = Run(1);

        var answer = Assert.IsType<SubmitResult.Answered>(
            await _engine.SubmitAsync(A.Command().Trip(Standard.GoldScope).Build(), Cancelled));
        Assert.Equal(CommandStatus.Executed, answer.Answer.Status);
        Assert.False(round.IsCompleted);
        _time.Advance(Rules.Schedule.GatherTimeout);

        Assert.Equal(RoundRun.Completed, await round);
        var report = Assert.Single(_publisher.Reports);
        Assert.Equal(BreakerState.Isolated, report.Breakers.Single(breaker => breaker.Scope == Standard.GoldScope).State);
        Assert.Equal(
            RefusalCode.Timeout,
            report.Assets.SelectMany(asset => asset.Sources).Single(source => source.Id == Standard.GoldSpot.Id).Refusal);
    }

    [Fact]
    public async Task A_clock_finer_than_a_millisecond_decides_as_it_will_be_re_decided()
    {
        // The rest of a millisecond pushes the age over the limit in memory, but not in what is stored.
        _market.ClockOffset = TimeSpan.FromTicks(9_999);
        _market.Answer(Standard.GoldSpot, request => new RawResponse(
            200, VendorBody.Of(request.Source, 3356.73m, Standard.Start.AddSeconds(-900)), RefusalCode.None,
            ScriptedMarket.ReceivedAt(request)));

        await Run(1);

        var commit = Assert.IsType<Commit.OfRound>(Assert.Single(_store.Commits));
        var again = RoundDecision.Decide(
            EngineState.Initial, Rules, RoundInputs.Restore(RoundEvidence.Parse(commit.Evidence.Span), commit.Bodies));
        Assert.Equal(commit.Outcome.ToArray(), again.Report.ToBytes());
    }

    private Task<RoundRun> Run(long round) => _runner.RunAsync(Standard.SlotOf(new RoundNumber(round)), Cancelled);
}
