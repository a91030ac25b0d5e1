using System.Security.Cryptography;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>
/// Rules without incidents leave state, report and answer as they were before there were any; rules with them change
/// nothing else.
/// </summary>
public sealed class UnalertedStateTests(ITestOutputHelper output)
{
    /// <summary>SHA-256 over all states and outcomes of the schedule, taken before the engine knew of incidents.</summary>
    private const string Before = "1acad0eee8ef80b097b991636b4f76fa88b52046e27b683cecbffc6c9aae8bbb";

    [Fact]
    public void A_schedule_without_incidents_has_the_bytes_that_it_had_before_there_were_any()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (byte[] bytes in Play(A.RuleSet().Build()).SelectMany(step => new[] { step.State.ToBytes(), step.Outcome }))
            hash.AppendData(bytes);

        string found = Convert.ToHexStringLower(hash.GetHashAndReset());
        output.WriteLine(found);
        Assert.Equal(Before, found);
    }

    [Fact]
    public void Rules_that_raise_incidents_decide_all_else_as_without_them()
    {
        var silent = A.RuleSet().AsShipped().Build();
        var (without, with) = (Play(silent), Play(silent with { Alerts = AlertRules.Default }));

        foreach (var (plain, alerted) in without.Zip(with))
        {
            Assert.Null(plain.State.Alerts);
            Assert.Equal(plain.State.ToBytes(), (alerted.State with { Alerts = null }).ToBytes());
            Assert.Equal(plain.Outcome, alerted.Report is { } report
                ? (report with { Alerts = null, AlertChanges = null, Configuration = silent.ToDigest() }).ToBytes()
                : alerted.Outcome);
        }

        Assert.Contains(with, step => step.State.Alerts is { Open: not [] });
    }

    private static List<Step> Play(RuleSet rules)
    {
        var steps = new List<Step>();
        var state = EngineState.Initial;
        Round(round => round);
        Round(round => round.WithPrice(Standard.GoldRate, 3356.73m * 1.6m));
        Command(A.Command().WithId(1).Trip(Standard.MsftScope));
        Command(A.Command().WithId(2).Trip(Scope.System));
        Command(A.Command().WithId(3).Reset(Standard.MsftScope).ExpectingVersion(9));
        Round(round => round.OutOfSession());
        Command(A.Command().WithId(4).Reset(Standard.GoldScope).ExpectingVersion(2));
        Command(A.Command().WithId(5).Reset(Standard.MsftScope).ExpectingVersion(2));
        for (int i = 0; i < 4; i++)
            Round(round => round);
        Round(round => Standard.Sources.Aggregate(round, (all, source) => all.WithFailure(source.Rule, Engine.Market.RefusalCode.Timeout)));
        steps.Add(new Step(new Notice.LedgerDamaged(3, "Its bytes have another digest.").Apply(state, rules, Standard.Start.AddMinutes(5)), [], null));
        Assert.Equal(BreakerState.Closed, state.BreakerOf(Standard.GoldScope).State);
        return steps;

        void Round(Func<RoundBuilder, RoundBuilder> arrange)
        {
            var outcome = RoundDecision.Decide(state, rules, arrange(A.Round().Under(rules).After(state)).Build());
            state = outcome.Next;
            steps.Add(new Step(state, outcome.Report.ToBytes(), outcome.Report));
        }

        void Command(CommandBuilder command)
        {
            var outcome = CommandDecision.Decide(state, rules, command.Build(), Standard.Start.AddMinutes(2));
            state = outcome.Next;
            steps.Add(new Step(state, outcome.Answer.ToBytes(), null));
        }
    }

    private sealed record Step(EngineState State, byte[] Outcome, RoundReport? Report);
}
