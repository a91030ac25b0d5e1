using Aura.Engine.Audit;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Verification;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>What an auditor does: everything that was stored is decided again, from bytes alone.</summary>
public sealed class ReDecisionTests
{
    private const int Rounds = 50;

    [Fact]
    public async Task Fifty_stored_rounds_and_the_commands_between_them_decide_to_the_same_bytes()
    {
        var commits = await RecordedLedger.RecordAsync(Rounds, TestContext.Current.CancellationToken);
        Assert.Equal(Rounds, commits.Count(commit => commit is Commit.OfRound));
        Assert.True(commits.Count(commit => commit is Commit.OfCommand) >= 15);
        // A run that misses a breaker state would prove little.
        Assert.Equal(
            Enum.GetValues<BreakerState>(),
            commits.SelectMany(commit => commit.State.Breakers).Select(breaker => breaker.State).Distinct().Order());

        var state = EngineState.Initial;
        foreach (var commit in commits)
        {
            var entry = LedgerEntry.Parse(commit.Entry.Bytes.Span);
            var bodies = commit is Commit.OfRound round ? round.Bodies : [];

            var step = Redecision.Follow(
                state, entry, RuleSet.Parse(commit.Rules.ToBytes()), commit.Evidence, commit.Outcome,
                hash => bodies.FirstOrDefault(body => body.Hash == hash)?.Bytes);

            state = EngineState.Parse(Assert.IsType<RedecisionStep.Same>(step).Next.ToBytes());
        }
    }

    [Fact]
    public async Task Two_runs_on_equal_inputs_give_equal_ledgers()
    {
        var first = await RecordedLedger.RecordAsync(Rounds, TestContext.Current.CancellationToken);
        var second = await RecordedLedger.RecordAsync(Rounds, TestContext.Current.CancellationToken);

        Assert.Equal(first.Select(commit => commit.Entry.Hash), second.Select(commit => commit.Entry.Hash));
    }
}
