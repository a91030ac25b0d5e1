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
        _engine = new RiskEngine(_store, new RulesInForce(Rules), _publisher, _time);
        _runner = new RoundRunner(
            _store, _market, new OracleNetwork(_market, NodeKeys.Standard, _time), _engine, _publisher,
            Standard.SlotsBetween);
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
        var late = Run(2);
        await _engine.DecideAsync(A.Round().Build(), Cancelled);
        _time.Advance(Rules.Schedule.GatherTimeout);

        Assert.Equal(RoundRun.Abandoned, await late);
        Assert.Empty(_publisher.Reports);
        Assert.Equal(
            [new Notice.SlotAbandoned(Standard.SlotOf(new RoundNumber(2)), new RoundNumber(1), SlotAbandonment.Superseded)],
            Notices);
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

    [Fact]
    public async Task Slots_that_nobody_claimed_are_one_entry_and_are_not_caught_up()
    {
        await Run(1);
        await Run(2001);

        Assert.Equal(
            [new Notice.SlotsMissed(Standard.SlotOf(new RoundNumber(2)), Standard.SlotOf(new RoundNumber(2000)), 1999)],
            Notices);
        Assert.Equal([1, 2], _publisher.Reports.Select(report => report.Round.Value));
    }

    [Fact]
    public async Task A_slot_that_follows_the_last_one_has_missed_nothing()
    {
        await Run(1);
        await Run(2);

        Assert.Empty(Notices);
    }

    [Fact]
    public async Task The_first_slot_of_a_ledger_has_missed_nothing()
    {
        await Run(500);

        Assert.Empty(Notices);
    }

    [Fact]
    public async Task A_claim_that_nobody_completed_is_abandoned_when_its_lease_is_over_and_not_before()
    {
        var lost = Standard.SlotOf(new RoundNumber(1));
        await _store.ClaimSlotAsync(lost, TimeSpan.FromSeconds(13), Cancelled);

        _time.SetUtcNow(lost.Instant.AddSeconds(12.999));
        await Run(2);
        Assert.Empty(Notices);

        _time.SetUtcNow(lost.Instant.AddSeconds(13));
        await Run(3);
        Assert.Equal([new Notice.SlotAbandoned(lost, new RoundNumber(1), SlotAbandonment.LeaseOver)], Notices);
    }

    [Fact]
    public async Task Stopping_while_gathering_abandons_the_slot_at_once()
    {
        using var stop = new CancellationTokenSource();
        _market.HangForEver(Standard.GoldSpot);
        var slot = Standard.SlotOf(new RoundNumber(1));
        var run = _runner.RunAsync(slot, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal([new Notice.SlotAbandoned(slot, new RoundNumber(1), SlotAbandonment.Stopped)], Notices);
    }

    [Fact]
    public async Task A_fault_fails_its_slot_by_name_and_the_next_slot_runs()
    {
        _market.Answer(Standard.GoldSpot, _ => throw new InvalidTimeZoneException());
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Run(1));

        _market.Answer(Standard.GoldSpot, request => new RawResponse(
            200, VendorBody.Of(request.Source, 3356.73m, Standard.Start), RefusalCode.None, ScriptedMarket.ReceivedAt(request)));
        Assert.Equal(RoundRun.Completed, await Run(2));

        Assert.Equal(
            [new Notice.SlotFailed(Standard.SlotOf(new RoundNumber(1)), new RoundNumber(1), nameof(InvalidTimeZoneException))],
            Notices);
        Assert.Equal(1, _store.State.Round.Value);
    }

    [Fact]
    public async Task A_slot_before_the_latest_one_is_not_claimed()
    {
        await Run(7);

        Assert.Equal(RoundRun.NotClaimed, await Run(6));
        Assert.Empty(Notices);
    }

    [Fact]
    public async Task A_process_whose_rules_are_no_longer_in_force_claims_nothing()
    {
        await _engine.AdoptRulesAsync(Cancelled);
        using var newer = new RiskEngine(
            _store, new RulesInForce(A.RuleSet().WithBreaker(rules => rules with { HalfOpenRounds = 5 }).Build()), _publisher, _time);
        await newer.AdoptRulesAsync(Cancelled);

        Assert.Equal(RoundRun.NotClaimed, await Run(1));
        Assert.Null(_store.LastLease);
    }

    [Fact]
    public async Task Rules_that_change_while_gathering_abandon_the_slot()
    {
        await _engine.AdoptRulesAsync(Cancelled);
        _market.Hang(Standard.GoldSpot);
        var late = Run(1);
        using var newer = new RiskEngine(
            _store, new RulesInForce(A.RuleSet().WithBreaker(rules => rules with { HalfOpenRounds = 5 }).Build()), _publisher, _time);
        await newer.AdoptRulesAsync(Cancelled);
        _time.Advance(Rules.Schedule.GatherTimeout);

        Assert.Equal(RoundRun.Abandoned, await late);
        Assert.IsType<Notice.SlotAbandoned>(Notices[^1]);
    }

    private IReadOnlyList<Notice> Notices =>
        [.. _store.Commits.OfType<Commit.OfNotice>().Select(commit => commit.Notice)];

    private Task<RoundRun> Run(long round) => _runner.RunAsync(Standard.SlotOf(new RoundNumber(round)), Cancelled);
}
