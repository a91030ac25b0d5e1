using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>
/// Whole rounds with every cause in every mode, between the commands of people who trip, reset, approve, break the glass
/// and answer incidents: what must hold after every step, whatever came before. A failure names its seed.
/// </summary>
public sealed class CauseModelTests(ITestOutputHelper output)
{
    private const int Schedules = 60;
    private const int Steps = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nothing_closes_without_a_reset_is_published_while_halted_or_opens_as_a_shadow(int people)
    {
        var met = new SortedSet<string>(StringComparer.Ordinal);
        for (int seed = people * 1_000; seed < (people * 1_000) + Schedules; seed++)
        {
            try
            {
                Play(new Random(seed), people, met);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}, {people} people: {exception.Message}", exception);
            }
        }

        output.WriteLine($"{Schedules} schedules of {Steps} steps, {people} people; met: {string.Join(", ", met)}.");
        Assert.Superset(
            new HashSet<string>(
                [
                    "Closed", "Open", "HalfOpen", "Isolated", "shadow", "Flapping", "ExtremeDispersion", "PriceJump", "Stale", "NoDecision",
                    "Equivocation", "SystemScore", "EveryAssetHigh", "Acknowledge", "Silence", "JudgeFalse",
                    .. people == 1 ? [] : (string[])["BreakGlass", "Review", "Approve"],
                ],
                StringComparer.Ordinal),
            met.ToHashSet(StringComparer.Ordinal));
    }

    private static void Play(Random chance, int people, SortedSet<string> met)
    {
        var rules = A.RuleSet().AsShipped().WithBreaker(breaker => breaker with
        {
            ApprovalsRequired = people,
            CoolDownMilliseconds = 5_000,
            Causes = [.. breaker.CausesInForce.Select(cause => cause with { Mode = (CauseMode)chance.Next(3) })],
        }).Build() with
        { Alerts = AlertRules.Default };
        var state = EngineState.Initial with { Configuration = rules.ToDigest() };
        var resets = new HashSet<Scope>();
        for (int step = 0; step < Steps; step++)
        {
            var before = state;
            if (chance.Next(3) > 0)
            {
                var inputs = Vary(A.Round().Under(rules).After(state), chance).Build();
                var outcome = RoundDecision.Decide(state, rules, inputs);
                // A restart knows what was written, and nothing else: it must come to the same bytes.
                Assert.Equal(
                    outcome.Report.ToBytes(), RoundDecision.Decide(EngineState.Parse(state.ToBytes()), rules, inputs).Report.ToBytes());
                state = outcome.Next;
                Check(outcome.Report, rules, met);
            }
            else
            {
                var command = Commands.Next(chance, state, step + 1);
                var outcome = CommandDecision.Decide(state, rules, command, Standard.SlotOf(state.Round.Next).Instant.AddSeconds(1 + chance.Next(3)));
                state = outcome.Next;
                if (outcome.Answer.Status is CommandStatus.Executed or CommandStatus.Reviewed)
                    met.Add($"{command.Kind}");
                if (outcome.Answer.Transition is { To: BreakerState.HalfOpen })
                    resets.Add(command.Scope);
                if (command.Kind is CommandKind.Trip)
                    Assert.Equal(BreakerState.Isolated, state.BreakerOf(command.Scope).State);
            }

            foreach (var scope in rules.Scopes)
                Check(before.BreakerOf(scope), state, resets, met);
        }
    }

    private static void Check(RoundReport report, RuleSet rules, SortedSet<string> met)
    {
        var modes = rules.Breaker.CausesInForce.ToDictionary(cause => cause.Cause, cause => cause.Mode);
        foreach (var breaker in report.Breakers)
        {
            Assert.All(breaker.ActiveCauses, cause => Assert.Equal(CauseMode.On, modes[cause]));
            Assert.All(breaker.ShadowCauses ?? [], cause => Assert.Equal(CauseMode.Shadow, modes[cause]));
            if (breaker.ShadowCauses is not null)
                met.Add("shadow");
        }

        foreach (var transition in report.Transitions.Where(transition => transition.To is BreakerState.Open or BreakerState.Isolated))
        {
            met.Add($"{transition.Cause}");
            if (transition.Cause is not BreakerCause.Flapping)
                Assert.Equal(CauseMode.On, modes[transition.Cause]);
            Assert.NotEmpty(report.Breakers.Single(breaker => breaker.Scope == transition.Scope).ActiveCauses);
        }

        var halted = report.Breakers.Where(breaker => breaker.State is not BreakerState.Closed).Select(breaker => breaker.Scope).ToHashSet();
        Assert.All(
            report.Assets.Where(asset => halted.Contains(Scope.System) || halted.Contains(Scope.Of(asset.Asset))),
            asset => Assert.NotNull(asset.WithheldBecause));
    }

    private static void Check(BreakerRecord before, EngineState state, HashSet<Scope> resets, SortedSet<string> met)
    {
        var after = state.BreakerOf(before.Scope);
        met.Add($"{after.State}");
        if (after.State != before.State && after.State is BreakerState.Closed)
            Assert.True(resets.Remove(after.Scope), $"{after.Scope} closed although nobody had reset it.");
        if (after.State is BreakerState.Open or BreakerState.Isolated)
            resets.Remove(after.Scope);

        // Somebody answers for a halted breaker from its first moment until it is closed, and nothing keeps that quiet.
        var book = state.Alerts ?? AlertBook.Empty;
        var incidents = book.Open.Where(incident => incident.Kind is AlertKind.BreakerTripped && incident.Scope == after.Scope).ToList();
        Assert.Equal(after.State is BreakerState.Closed ? 0 : 1, incidents.Count);
        Assert.All(incidents, incident => Assert.DoesNotContain(
            book.StatusOf(incident, Standard.Start, AlertRules.Default),
            (IncidentStatus[])[IncidentStatus.Silenced, IncidentStatus.Inhibited, IncidentStatus.Resolved]));
    }

    private static RoundBuilder Vary(RoundBuilder round, Random chance) => chance.Next(14) switch
    {
        0 => Apart(round, chance.Next(300)),
        1 => Apart(round, 60).WithPrice(Standard.MsftDay, 467.68m * 1.4m),
        2 => round.WithGold(3356.73m * (0.7m + (chance.Next(60) / 100m))),
        3 => Standard.Sources.Aggregate(round, (all, source) => all.WithFailure(source.Rule, RefusalCode.Timeout)),
        4 => round.WithFailure(Standard.GoldSpot, RefusalCode.Stale).WithFailure(Standard.GoldRate, RefusalCode.Stale).WithFailure(Standard.GoldShare, RefusalCode.Stale),
        5 => round.WithTwoFaced(1).WithTwoFaced(2),
        6 => round.WithSilent(1).WithSilent(2),
        7 => round.OutOfSession(),
        _ => round,
    };

    private static RoundBuilder Apart(RoundBuilder round, int percent) =>
        round.WithPrice(Standard.GoldRate, decimal.Round(3356.73m * (1m + (percent / 100m)), 2));

    /// <summary>What people do, most of it sensible.</summary>
    private static class Commands
    {
        public static OperatorCommand Next(Random chance, EngineState state, int id)
        {
            var scope = new[] { Scope.System, Standard.GoldScope, Standard.MsftScope }[chance.Next(3)];
            var breaker = state.BreakerOf(scope);
            var book = state.Alerts ?? AlertBook.Empty;
            var served = (state.Causes ?? []).FirstOrDefault();
            var command = A.Command().WithId(id).ExpectingVersion(breaker.Version);
            var officer = command.By($"compliance-{chance.Next(2)}", ActorRole.Compliance).Build() with { Scope = scope };
            return chance.Next(12) switch
            {
                0 => command.Trip(scope).Build(),
                < 5 => command.Reset(scope).Build(),
                < 7 => officer with { Kind = CommandKind.Approve, RequestId = breaker.Request?.Id },
                7 => command.Build() with { Kind = CommandKind.BreakGlass, Scope = scope, Justification = "Nobody else is on duty now." },
                8 => officer with { Kind = CommandKind.Review, RequestId = breaker.Unreviewed is [var oldest, ..] ? oldest.Command.CommandId : null },
                9 => officer with { Kind = CommandKind.Acknowledge, Incident = book.Open.FirstOrDefault()?.Number },
                10 => officer with
                {
                    Kind = CommandKind.Silence,
                    Alert = (AlertKind)chance.Next(Enum.GetValues<AlertKind>().Length),
                    Until = Standard.SlotOf(state.Round.Next).Instant.AddMinutes(30),
                },
                _ => served is null
                    ? officer with { Kind = CommandKind.JudgeFalse, Cause = BreakerCause.Stale }
                    : officer with { Kind = CommandKind.JudgeFalse, Scope = served.Scope, Cause = served.Cause, ExpectedVersion = served.LastTrip.Value },
            };
        }
    }
}
