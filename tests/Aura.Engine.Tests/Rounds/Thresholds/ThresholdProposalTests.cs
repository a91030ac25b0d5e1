using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;
using Aura.Engine.Rounds.Verification;
using Aura.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds.Thresholds;

/// <summary>Thresholds from a proposal to the rounds that are decided under them, and what stands in the way.</summary>
public sealed class ThresholdProposalTests : IDisposable
{
    private static readonly RuleSet Rules = A.RuleSet().AsShipped().Build();
    private static readonly ThresholdSet Stricter = ThresholdSet.Of(Rules) with { ExtremeAbovePercent = 6m, CleanUpToPercent = 4m };

    private readonly MemoryRoundStore _store = new();
    private readonly ScriptedMarket _market = new();
    private readonly RecordingPublisher _publisher = new();
    private readonly FakeTimeProvider _time = new(Standard.Start);
    private readonly RulesInForce _inForce = new(Rules);
    private readonly RiskEngine _engine;
    private readonly RoundRunner _runner;

    public ThresholdProposalTests()
    {
        _engine = new RiskEngine(_store, _inForce, _publisher, _time);
        _runner = new RoundRunner(
            _store, _market, new OracleNetwork(_market, NodeKeys.Standard, _time), _engine, _publisher, Standard.SlotsBetween);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task What_two_people_agreed_on_decides_from_the_next_round_on_under_a_digest_of_its_own()
    {
        await StartAsync();
        await RunAsync(1);

        var proposed = await SubmitAsync(A.Command().WithId(1).Propose(Stricter));
        var approved = await SubmitAsync(A.Command().WithId(2).ApproveThresholds(1));

        Assert.Equal((CommandStatus.ApprovalRequested, CommandStatus.Executed), (proposed.Status, approved.Status));
        Assert.Equal(Rules.ToDigest(), _store.State.Configuration);
        Assert.Equal(Rules.ToDigest(), _inForce.Current.ToDigest());

        await RunAsync(2);

        var result = Stricter.In(Rules);
        Assert.Equal([Rules.ToDigest(), result.ToDigest()], _publisher.Reports.Select(report => report.Configuration));
        Assert.Equal(result.ToDigest(), _store.State.Configuration);
        Assert.Equal(6m, _inForce.Current.Risk.ExtremeAbovePercent);
        Assert.Equal(
            new Notice.RuleSetChanged(Rules.ToDigest(), result.ToDigest()),
            _store.Commits.OfType<Commit.OfNotice>().Last().Notice);
        Assert.Empty(_publisher.Reports.Last().Network.Dropped);
    }

    [Fact]
    public async Task All_of_it_is_decided_again_from_bytes_alone()
    {
        await StartAsync();
        await RunAsync(1);
        await SubmitAsync(A.Command().WithId(1).Propose(Stricter));
        await SubmitAsync(A.Command().WithId(2).Propose(Stricter));
        await SubmitAsync(A.Command().WithId(3).ApproveThresholds(1));
        await RunAsync(2);
        await SubmitAsync(A.Command().WithId(4).Propose(ThresholdSet.Of(Rules)));
        await SubmitAsync(A.Command().WithId(5).DeclineThresholds(4));

        var state = EngineState.Initial;
        foreach (var commit in _store.Commits)
        {
            var bodies = commit is Commit.OfRound round ? round.Bodies : [];
            var step = Redecision.Follow(
                state, LedgerEntry.Parse(commit.Entry.Bytes.Span), RuleSet.Parse(commit.Rules.ToBytes()), commit.Evidence,
                commit.Outcome, hash => bodies.FirstOrDefault(body => body.Hash == hash)?.Bytes);
            state = EngineState.Parse(Assert.IsType<RedecisionStep.Same>(step).Next.ToBytes());
        }

        Assert.Null(state.Thresholds?.Proposal);
        Assert.Equal("compliance-1", state.Thresholds?.Approved?.ApprovedBy);
    }

    [Fact]
    public async Task Who_proposes_cannot_approve_and_only_compliance_can()
    {
        await StartAsync();
        await SubmitAsync(A.Command().WithId(1).Propose(Stricter).By("both-1", ActorRole.Compliance, ActorRole.Administrator));

        var own = await SubmitAsync(A.Command().WithId(2).ApproveThresholds(1).By("both-1", ActorRole.Compliance));
        var administrator = await SubmitAsync(A.Command().WithId(3).ApproveThresholds(1).By("administrator-2", ActorRole.Administrator));
        var operators = await SubmitAsync(A.Command().WithId(4).Propose(Stricter).By("operator-1", ActorRole.Operator));

        Assert.Equal(
            [BreakerRefusal.SamePerson, BreakerRefusal.Forbidden, BreakerRefusal.Forbidden],
            new[] { own.Refusal, administrator.Refusal, operators.Refusal });
        Assert.Equal("Only the role Compliance or Administrator may propose thresholds.", operators.Reason);
        Assert.NotNull(_store.State.Thresholds?.Proposal);
    }

    [Fact]
    public async Task A_proposal_lasts_a_day_and_keeps_others_out_for_as_long()
    {
        await StartAsync();
        await SubmitAsync(A.Command().WithId(1).Propose(Stricter));
        var second = await SubmitAsync(A.Command().WithId(2).Propose(Stricter));
        _time.Advance(TimeSpan.FromHours(24));
        var late = await SubmitAsync(A.Command().WithId(3).ApproveThresholds(1));
        var after = await SubmitAsync(A.Command().WithId(4).Propose(Stricter));

        Assert.Equal(
            [BreakerRefusal.RequestPending, BreakerRefusal.RequestClosed, BreakerRefusal.None],
            new[] { second.Refusal, late.Refusal, after.Refusal });
        Assert.Equal(CommandBuilder.IdOf(4), _store.State.Thresholds?.Proposal?.Id);
    }

    [Fact]
    public async Task What_was_declined_or_never_proposed_cannot_be_approved()
    {
        await StartAsync();
        await SubmitAsync(A.Command().WithId(1).Propose(Stricter));
        var declined = await SubmitAsync(A.Command().WithId(2).DeclineThresholds(1).By("administrator-1", ActorRole.Administrator));
        var gone = await SubmitAsync(A.Command().WithId(3).ApproveThresholds(1));

        Assert.Equal((CommandStatus.Declined, BreakerRefusal.UnknownRequest), (declined.Status, gone.Refusal));
        Assert.Null(_store.State.Thresholds);
    }

    [Fact]
    public async Task Nothing_new_is_proposed_between_an_approval_and_the_round_that_follows()
    {
        await StartAsync();
        await SubmitAsync(A.Command().WithId(1).Propose(Stricter));
        await SubmitAsync(A.Command().WithId(2).ApproveThresholds(1));

        var early = await SubmitAsync(A.Command().WithId(3).Propose(Stricter with { HighAbovePercent = 4m }));

        Assert.Equal(BreakerRefusal.RequestPending, early.Refusal);
    }

    [Fact]
    public async Task Settings_that_change_win_and_what_was_agreed_on_lapses_for_good()
    {
        await StartAsync();
        await SubmitAsync(A.Command().WithId(1).Propose(Stricter));
        await SubmitAsync(A.Command().WithId(2).ApproveThresholds(1));
        await RunAsync(1);
        using var newer = new RiskEngine(
            _store, new RulesInForce(Rules with { Breaker = Rules.Breaker with { HalfOpenRounds = 5 } }), _publisher, _time);
        await newer.AdoptRulesAsync(Cancelled);

        Assert.Equal(RoundRun.NotClaimed, await _runner.RunAsync(Standard.SlotOf(new RoundNumber(2)), Cancelled));
        Assert.Null(_store.State.Thresholds);

        await _engine.AdoptRulesAsync(Cancelled);
        Assert.Equal(Rules.ToDigest(), _store.State.Configuration);
        Assert.Equal(Rules.ToDigest(), _inForce.Current.ToDigest());
    }

    [Fact]
    public async Task A_restart_goes_on_under_what_was_agreed_on()
    {
        await StartAsync();
        await SubmitAsync(A.Command().WithId(1).Propose(Stricter));
        await SubmitAsync(A.Command().WithId(2).ApproveThresholds(1));
        var again = new RulesInForce(Rules);
        using var restarted = new RiskEngine(_store, again, _publisher, _time);

        await restarted.AdoptRulesAsync(Cancelled);
        int entries = _store.Commits.Length;
        await restarted.AdoptRulesAsync(Cancelled);

        Assert.Equal(Stricter.In(Rules).ToDigest(), again.Current.ToDigest());
        Assert.Equal(entries, _store.Commits.Length);
    }

    [Fact]
    public async Task A_round_that_was_gathering_while_the_rules_changed_is_abandoned()
    {
        await StartAsync();
        var gathered = A.Round().Under(Rules).Build() with { Configuration = Rules.ToDigest() };
        await SubmitAsync(A.Command().WithId(1).Propose(Stricter));
        await SubmitAsync(A.Command().WithId(2).ApproveThresholds(1));
        await _engine.RulesForNextRoundAsync(_store.State, Cancelled);

        Assert.Null(await _engine.DecideAsync(gathered, Cancelled));
    }

    private Task StartAsync() => _engine.AdoptRulesAsync(Cancelled);

    private async Task RunAsync(long round) =>
        Assert.Equal(RoundRun.Completed, await _runner.RunAsync(Standard.SlotOf(new RoundNumber(round)), Cancelled));

    private async Task<CommandAnswer> SubmitAsync(CommandBuilder command) =>
        Assert.IsType<SubmitResult.Answered>(await _engine.SubmitAsync(command.Build(), Cancelled)).Answer;
}
