using System.Globalization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Simulation;

/// <summary>Thousands of seeded rounds with faults; what must hold is checked in each. A failure names seed and round.</summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int RoundsPerSeed = 250;

    /// <summary>Set to a number to run one seed: the seed of a failure, for example.</summary>
    private const string SeedVariable = "AURA_SIMULATION_SEED";

    [Theory]
    [InlineData(AgreementKind.Body, 4, 6, true)]
    [InlineData(AgreementKind.Body, 4, 4, false)]
    [InlineData(AgreementKind.Body, 7, 2, true)]
    [InlineData(AgreementKind.Quote, 4, 4, true)]
    [InlineData(AgreementKind.Quote, 7, 2, false)]
    [InlineData(AgreementKind.Median, 4, 4, true)]
    [InlineData(AgreementKind.Median, 7, 2, true)]
    public void What_must_hold_holds_in_every_round(AgreementKind kind, int nodes, int seeds, bool asShipped)
    {
        var builder = A.RuleSet().WithNodes(nodes).WithAgreement(kind);
        var rules = (asShipped ? builder.AsShipped() : builder).Build();
        int rounds = 0;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (long seed in SeedsOf(nodes, seeds))
        {
            var simulated = new RandomRounds(seed, rules);
            var state = EngineState.Initial;
            for (long round = 1; round <= RoundsPerSeed; round++, rounds++)
                state = InNameOf(seed, round, () => OneRound(simulated, rules, state, round, seen));
        }

        output.WriteLine(
            $"{rounds} rounds of {nodes} nodes on {kind}; seen: {string.Join(", ", seen.Order(StringComparer.Ordinal))}.");
        // The simulation is worth its time only while it reaches the interesting states.
        Assert.Superset(
            new HashSet<string>(["Closed", "Open", "HalfOpen", "Isolated", "Good", "Degraded", "SingleSource", "NoDecision", "Extreme"]), seen);
        if (asShipped)
            Assert.Superset(new HashSet<string>(["by PriceJump", "by Equivocation", "by EveryAssetHigh"]), seen);
    }

    private static EngineState OneRound(
        RandomRounds simulated, RuleSet rules, EngineState before, long round, HashSet<string> seen)
    {
        var inputs = simulated.At(round).Build();
        var outcome = RoundDecision.Decide(before, rules, inputs);
        var report = outcome.Report;

        Numbered(before, outcome);
        TheTruthWins(simulated, rules, report);
        foreach (var asset in report.Assets)
            PriceAndRiskAgree(asset);
        BreakersFollowTheTable(before, outcome);
        StrictEnough(report, outcome.Next);
        if (round % 25 == 0)
            ReadBackTheSame(before, rules, inputs, outcome);

        seen.UnionWith(report.Breakers.Select(breaker => breaker.State.ToString()));
        seen.UnionWith(report.Breakers.SelectMany(breaker => breaker.ActiveCauses).Select(cause => $"by {cause}"));
        seen.UnionWith(report.Assets.SelectMany(asset => (string[])[asset.Quality.ToString(), asset.Tier.ToString()]));
        // A restart at every point: what is written is all that goes on.
        return EngineState.Parse(Command(simulated, rules, outcome.Next, round).ToBytes());
    }

    private static void Numbered(EngineState before, RoundOutcome outcome)
    {
        Assert.Equal(before.Round.Next, outcome.Next.Round);
        Assert.Equal(outcome.Next.Round, outcome.Report.Round);
    }

    private static void TheTruthWins(RandomRounds simulated, RuleSet rules, RoundReport report)
    {
        if (simulated.FaultyNodes(report.Round.Value) > rules.Quorum.Faulty)
            return;

        foreach (var source in report.Assets.SelectMany(asset => asset.Sources))
        {
            var rule = rules.Market.Sources.Single(r => r.Id == source.Id);
            if (source.RawPrice is { } raw)
            {
                var (lowest, highest) = simulated.HonestRange(rule, report.Round.Value);
                Assert.InRange(raw, lowest, highest);
                Assert.InRange(
                    source.SourceTime ?? default, report.Slot.Instant - RandomRounds.OldestHonest, report.Slot.Instant);
            }

            // At most f liars can neither stop an agreement nor fake a failure.
            Assert.NotEqual(SourceVerdict.NoAgreement, source.Verdict);
        }
    }

    private static void PriceAndRiskAgree(AssetReport asset)
    {
        var agreed = asset.Sources.Where(source => source.Verdict is SourceVerdict.Agreed).ToList();
        Assert.Equal(agreed.Count == 0, asset.Price is null);
        Assert.Equal(agreed.Count == 0, asset.Quality is Quality.NoDecision);
        Assert.Equal(agreed.Count < 2, asset.DispersionPercent is null);
        Assert.Equal(agreed.Count < 2, asset.TierStale);
        Assert.Equal(RiskRules.ScoreOf(asset.Tier), asset.Score);
        Assert.All(asset.Sources, source => Assert.Equal(source.Verdict is SourceVerdict.Agreed, source.Price is not null));
        Assert.All(asset.Sources, source => Assert.Equal(source.Verdict is SourceVerdict.Agreed, source.Reason is null));
        if (agreed.Count < 2)
            Assert.NotEqual(Tier.Normal, asset.Tier);
        if (asset.Price is { } price)
        {
            Assert.InRange(price, agreed.Min(source => source.Price ?? 0m), agreed.Max(source => source.Price ?? 0m));
            Assert.Equal(price, asset.LastPrice?.Value);
        }
    }

    private static void BreakersFollowTheTable(EngineState before, RoundOutcome outcome)
    {
        foreach (var breaker in outcome.Next.Breakers)
        {
            var was = before.BreakerOf(breaker.Scope);
            var moves = outcome.Report.Transitions.Where(transition => transition.Scope == breaker.Scope).ToList();
            Assert.Equal(was.Version + moves.Count, breaker.Version);
            if (was.State == breaker.State)
            {
                Assert.Empty(moves);
                continue;
            }

            var move = Assert.Single(moves);
            Assert.False(move.IsManual);
            Assert.Equal(breaker.State is BreakerState.Isolated, move.Cause is BreakerCause.Flapping);
            Assert.Contains(
                (was.State, breaker.State, move.Cause is BreakerCause.CleanRounds),
                ((BreakerState, BreakerState, bool)[])
                [
                    (BreakerState.Closed, BreakerState.Open, false),
                    (BreakerState.HalfOpen, BreakerState.Open, false),
                    (BreakerState.Closed, BreakerState.Isolated, false),
                    (BreakerState.HalfOpen, BreakerState.Isolated, false),
                    (BreakerState.HalfOpen, BreakerState.Closed, true),
                ]);
        }
    }

    private static void StrictEnough(RoundReport report, EngineState next)
    {
        if (report.System.RawScore >= 9m)
            Assert.NotEqual(BreakerState.Closed, next.BreakerOf(Scope.System).State);
        foreach (var breaker in report.Breakers.Where(breaker => !breaker.ActiveCauses.IsEmpty))
            Assert.True(breaker.State is BreakerState.Open or BreakerState.Isolated);
        foreach (var asset in report.Assets)
        {
            var own = next.BreakerOf(Scope.Of(asset.Asset)).State;
            if (asset is { Tier: Tier.Extreme, TierStale: false })
                Assert.True(own is BreakerState.Open or BreakerState.Isolated);
            if (asset.WithheldBecause is null)
            {
                Assert.Equal(BreakerState.Closed, own);
                Assert.Equal(BreakerState.Closed, next.BreakerOf(Scope.System).State);
                Assert.NotNull(asset.Price);
            }
        }
    }

    private static void ReadBackTheSame(EngineState before, RuleSet rules, RoundInputs inputs, RoundOutcome outcome)
    {
        byte[] report = outcome.Report.ToBytes();
        Assert.Equal(report, RoundReport.Parse(report).ToBytes());
        var again = RoundDecision.Decide(
            EngineState.Parse(before.ToBytes()), RuleSet.Parse(rules.ToBytes()),
            inputs with { Evidence = RoundEvidence.Parse(inputs.Evidence.ToBytes()) });
        Assert.Equal(report, again.Report.ToBytes());
        Assert.Equal(outcome.Next.ToBytes(), again.Next.ToBytes());
    }

    private static EngineState Command(RandomRounds simulated, RuleSet rules, EngineState state, long round)
    {
        if (simulated.CommandAfter(round, state) is not { } command)
            return state;

        var now = Standard.SlotOf(new RoundNumber(round)).Instant.AddSeconds(1);
        var outcome = CommandDecision.Decide(state, rules, command, now);
        var (was, isNow) = (state.BreakerOf(command.Scope), outcome.Next.BreakerOf(command.Scope));
        Assert.Equal(was.Version + (outcome.Answer.Status is CommandStatus.Executed ? 1 : 0), isNow.Version);
        if (command.Kind is CommandKind.Trip)
            Assert.Equal(BreakerState.Isolated, isNow.State);
        else
            Assert.True(isNow.State == was.State || (isNow.State is BreakerState.HalfOpen && was.State is BreakerState.Open or BreakerState.Isolated));
        return outcome.Next;
    }

    private static EngineState InNameOf(long seed, long round, Func<EngineState> step)
    {
        try
        {
            return step();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"Seed {seed}, round {round} ({SeedVariable}={seed}): {exception.Message}", exception);
        }
    }

    private static IEnumerable<long> SeedsOf(int nodes, int count) =>
        long.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out long one)
            ? [one]
            : Enumerable.Range(1, count).Select(n => (nodes * 1_000L) + n);
}
