using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>What an auditor does: everything that was stored is decided again, from bytes alone.</summary>
public sealed class ReDecisionTests
{
    private const int Rounds = 50;

    [Fact]
    public async Task Fifty_stored_rounds_and_the_commands_between_them_decide_to_the_same_bytes()
    {
        var commits = await RecordAsync();
        Assert.Equal(Rounds, commits.Count(commit => commit is Commit.OfRound));
        Assert.True(commits.Count(commit => commit is Commit.OfCommand) >= 15);
        // A run that misses a breaker state would prove little.
        Assert.Equal(
            Enum.GetValues<BreakerState>(),
            commits.SelectMany(commit => commit.State.Breakers).Select(breaker => breaker.State).Distinct().Order());

        var head = LedgerHead.Empty;
        var state = EngineState.Initial;
        foreach (var commit in commits)
        {
            var linked = Assert.IsType<ChainStep.Linked>(LedgerChain.Follow(head, commit.Entry.Bytes.Span, commit.Entry.Hash));
            head = linked.Head;
            var rules = RuleSet.Parse(commit.Rules.ToBytes());
            Assert.Equal(linked.Entry.Configuration, rules.ToDigest());
            Assert.Equal(linked.Entry.StateBefore, state.ToDigest());
            Assert.Equal(linked.Entry.Evidence, Digest.Of(commit.Evidence.Span));

            (state, byte[] outcome) = Again(commit, state, rules);

            Assert.Equal(commit.Outcome.ToArray(), outcome);
            Assert.Equal(linked.Entry.Outcome, Digest.Of(outcome));
            Assert.Equal(linked.Entry.StateAfter, state.ToDigest());
            state = EngineState.Parse(state.ToBytes());
        }
    }

    [Fact]
    public async Task Two_runs_on_equal_inputs_give_equal_ledgers()
    {
        var first = await RecordAsync();
        var second = await RecordAsync();

        Assert.Equal(first.Select(commit => commit.Entry.Hash), second.Select(commit => commit.Entry.Hash));
    }

    private static (EngineState Next, byte[] Outcome) Again(Commit commit, EngineState state, RuleSet rules)
    {
        if (commit is Commit.OfRound round)
        {
            var inputs = RoundInputs.Restore(RoundEvidence.Parse(commit.Evidence.Span), round.Bodies);
            var outcome = RoundDecision.Decide(state, rules, inputs);
            return (outcome.Next, outcome.Report.ToBytes());
        }

        var evidence = CommandEvidence.Parse(commit.Evidence.Span);
        var answered = CommandDecision.Decide(state, rules, evidence.Command, evidence.At);
        return (answered.Next, answered.Answer.ToBytes());
    }

    private static async Task<IReadOnlyList<Commit>> RecordAsync()
    {
        var rules = A.RuleSet().Build();
        var store = new MemoryRoundStore();
        var time = new FakeTimeProvider(Standard.Start);
        using var engine = new RiskEngine(store, rules, new RecordingPublisher(), time);
        for (int n = 1; n <= Rounds; n++)
        {
            time.SetUtcNow(Standard.SlotOf(new RoundNumber(n)).Instant.AddMilliseconds(500));
            await engine.DecideAsync(Round(n).InRound(n).Build(), TestContext.Current.CancellationToken);
            if (n % 3 == 0)
                await engine.SubmitAsync(Command(n, store.State), TestContext.Current.CancellationToken);
        }

        return store.Commits;
    }

    private static RoundBuilder Round(int n) => (n % 10) switch
    {
        1 => A.Round().WithPrice(Standard.GoldShare, 200m).WithPrice(Standard.GoldRate, 4_500m),
        2 => A.Round().WithLiar(2, Standard.MsftDay, 1m).WithSilent(3),
        3 => A.Round().WithFailure(Standard.GoldSpot, RefusalCode.Timeout).WithBadSignature(1),
        4 => A.Round().WithSilent(1).WithSilent(2),
        5 => A.Round().WithBody(Standard.GoldRate, "{}"u8.ToArray()).WithGold(3_300.123456m),
        _ => A.Round(),
    };

    private static OperatorCommand Command(int n, EngineState state)
    {
        var scope = n % 2 == 0 ? Standard.GoldScope : Scope.System;
        var builder = A.Command().WithId(n).Because(ReasonCode.Drill, $"A drill in round {n}.");
        var varied = (n % 4) switch
        {
            0 => builder.By("auditor-1", ActorRole.Auditor),
            1 => builder.Trip(Standard.MsftScope),
            2 => builder.Reset(scope).ExpectingVersion(state.BreakerOf(scope).Version),
            _ => builder.Trip(scope),
        };
        return varied.Build();
    }
}
