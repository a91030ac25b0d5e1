using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

public sealed class RiskEngineTests : IDisposable
{
    private static readonly RuleSet Rules = A.RuleSet().Build();

    private readonly MemoryRoundStore _store = new();
    private readonly RecordingPublisher _publisher = new();
    private readonly FakeTimeProvider _time = new(Standard.Start.AddTicks(1_234));
    private readonly RiskEngine _engine;

    public RiskEngineTests() => _engine = new RiskEngine(_store, new RulesInForce(Rules), _publisher, _time);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task A_round_is_one_commit_whose_entry_names_everything()
    {
        var inputs = A.Round().Build();

        var report = await _engine.DecideAsync(inputs, Cancelled);

        var commit = Assert.IsType<Commit.OfRound>(Assert.Single(_store.Commits));
        Assert.NotNull(report);
        Assert.Equal(
            new LedgerEntry(
                1, EntryKind.Round, report.CompletedAt, new RoundNumber(1), null, Rules.ToDigest(),
                EngineState.Initial.ToDigest(), commit.State.ToDigest(), Digest.Of(commit.Evidence.Span),
                Digest.Of(report.ToBytes()), default),
            commit.Entry.Entry);
        Assert.Equal(inputs.Evidence.ToBytes(), commit.Evidence.ToArray());
        Assert.Equal(inputs.Evidence.Bodies, commit.Bodies.Select(body => body.Hash));
    }

    [Fact]
    public async Task A_command_is_answered_recorded_and_announced()
    {
        var command = A.Command().Build();

        var answer = await Submit(command);

        var commit = Assert.IsType<Commit.OfCommand>(Assert.Single(_store.Commits));
        Assert.Equal((EntryKind.Command, command.CommandId, null), (commit.Entry.Entry.Kind, commit.Entry.Entry.CommandId, commit.Entry.Entry.Round));
        Assert.Equal(answer, commit.Answer.Answer);
        Assert.Equal(Standard.Start, CommandEvidence.Parse(commit.Evidence.Span).At);
        var change = Assert.Single(_publisher.Changes);
        Assert.Equal((answer.Transition, BreakerState.Isolated), (change.Transition, change.Breaker.State));
    }

    [Fact]
    public async Task The_same_id_with_the_same_body_is_answered_once_and_for_all()
    {
        var command = A.Command().Build();

        var first = await Submit(command);
        _time.Advance(TimeSpan.FromHours(1));
        var second = await Submit(command with { Actor = command.Actor with { Roles = [] } });

        Assert.Equal(first, second);
        Assert.Single(_store.Commits);
        Assert.Single(_publisher.Changes);
    }

    [Fact]
    public async Task A_refusal_is_recorded_once_too_and_announced_to_nobody()
    {
        var command = A.Command().By("nobody").Build();

        var first = await Submit(command);
        var second = await Submit(command with { Actor = command.Actor with { Roles = [ActorRole.Operator] } });

        Assert.Equal(BreakerRefusal.Forbidden, first.Refusal);
        Assert.Equal(first, second);
        Assert.Single(_store.Commits);
        Assert.Empty(_publisher.Changes);
        // All that changes is the count of this actor's refusals.
        Assert.Equal(EngineState.Initial.ToBytes(), (_store.State with { Refusals = null }).ToBytes());
    }

    [Fact]
    public async Task A_known_id_with_another_body_is_refused_and_writes_nothing()
    {
        var builder = A.Command();
        await Submit(builder.Build());

        foreach (var other in (CommandBuilder[])
            [
                builder.Trip(Standard.GoldScope), builder.Reset(Scope.System), builder.ExpectingVersion(2),
                builder.Because(ReasonCode.Other, "A drill, nothing more."), builder.Because(ReasonCode.Drill, "Another drill."),
                builder.By("operator-2", ActorRole.Operator),
            ])
            Assert.IsType<SubmitResult.KnownIdWithAnotherBody>(await _engine.SubmitAsync(other.Build(), Cancelled));

        Assert.Single(_store.Commits);
    }

    [Fact]
    public async Task A_conflict_is_decided_again_on_what_the_other_wrote()
    {
        using var other = new RiskEngine(_store, new RulesInForce(Rules), _publisher, _time);
        bool interfered = false;
        _store.BeforeCommit = async () =>
        {
            if (interfered)
                return;
            interfered = true;
            await other.SubmitAsync(A.Command().WithId(50).Trip(Standard.GoldScope).Build(), Cancelled);
        };

        var report = await _engine.DecideAsync(A.Round().Build(), Cancelled);

        Assert.NotNull(report);
        Assert.Equal(2, _store.Commits.Length);
        Assert.Equal(_store.Commits[0].Entry.Hash, _store.Commits[1].Entry.Entry.Previous);
        Assert.Equal(BreakerState.Isolated, report.Breakers.Single(breaker => breaker.Scope == Standard.GoldScope).State);
        Assert.Equal(BreakerState.Isolated, _store.State.BreakerOf(Standard.GoldScope).State);
    }

    [Fact]
    public async Task A_round_whose_place_was_taken_is_abandoned_and_never_renumbered()
    {
        await _engine.DecideAsync(A.Round().Build(), Cancelled);

        Assert.Null(await _engine.DecideAsync(A.Round().Build(), Cancelled));
        Assert.Null(await _engine.DecideAsync(A.Round().InRound(3).Build(), Cancelled));
        Assert.Single(_store.Commits);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Three_attempts_are_made_and_no_more(int conflicts)
    {
        _store.WithConflicts(conflicts);

        if (conflicts < 3)
        {
            Assert.NotNull(await _engine.DecideAsync(A.Round().Build(), Cancelled));
            Assert.Single(_store.Commits);
        }
        else
        {
            await Assert.ThrowsAsync<LedgerMovedOnException>(() => _engine.DecideAsync(A.Round().Build(), Cancelled));
            Assert.Empty(_store.Commits);
        }

        Assert.Equal(3, _store.Attempts);
    }

    [Fact]
    public async Task After_a_failure_the_lane_is_free_again()
    {
        _store.WithConflicts(3);
        await Assert.ThrowsAsync<LedgerMovedOnException>(() => _engine.SubmitAsync(A.Command().Build(), Cancelled));

        Assert.Equal(CommandStatus.Executed, (await Submit(A.Command().Build())).Status);
        Assert.Single(_publisher.Changes);
    }

    [Fact]
    public async Task A_caller_that_leaves_during_the_commit_does_not_undo_it()
    {
        using var caller = new CancellationTokenSource();
        _store.BeforeCommit = caller.CancelAsync;

        await _engine.SubmitAsync(A.Command().Build(), caller.Token);

        Assert.Single(_store.Commits);
        Assert.Single(_publisher.Changes);
    }

    [Fact]
    public async Task A_caller_that_has_left_before_decides_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _engine.SubmitAsync(A.Command().Build(), new CancellationToken(canceled: true)));

        Assert.Empty(_store.Commits);
    }

    [Fact]
    public async Task Commands_at_once_are_answered_each_once_in_one_chain()
    {
        var commands = Enumerable.Range(1, 20).Select(n => A.Command().WithId(1 + (n % 10)).Build());

        var answers = await Task.WhenAll(commands.Select(command => Task.Run(() => Submit(command), Cancelled)));

        Assert.Equal(10, _store.Commits.Length);
        Assert.Single(answers.Where(answer => answer.Status is CommandStatus.Executed).DistinctBy(answer => answer.CommandId));
        var head = LedgerHead.Empty;
        foreach (var commit in _store.Commits)
            head = Assert.IsType<ChainStep.Linked>(LedgerChain.Follow(head, commit.Entry.Bytes.Span, commit.Entry.Hash)).Head;
    }

    private async Task<CommandAnswer> Submit(OperatorCommand command) =>
        Assert.IsType<SubmitResult.Answered>(await _engine.SubmitAsync(command, Cancelled)).Answer;
}
