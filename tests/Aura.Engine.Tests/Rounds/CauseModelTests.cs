using System.Collections.Immutable;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>
/// Whole rounds with every cause in every mode, between notices and the commands of people who trip, reset, approve, break
/// the glass and answer incidents: what must hold after every step, whatever came before. A failure names its seed.
/// </summary>
public sealed class CauseModelTests(ITestOutputHelper output)
{
    private const int Schedules = 60;
    private const int Steps = 40;

    private static readonly AssetAssessment Calm = new(Standard.Gold, 0.1m, Tier.Normal, false, 0m, Quality.Good, "Arranged.");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Nothing_closes_without_a_reset_is_published_while_halted_or_opens_as_a_shadow(int people)
    {
        var met = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int seed = people * 1_000; seed < (people * 1_000) + Schedules; seed++)
        {
            try
            {
                new Schedule(new Random(seed), people, met).Play();
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}, {people} people: {exception.Message}", exception);
            }
        }

        output.WriteLine(
            $"{Schedules} schedules of {Steps} steps from seed {people * 1_000}, {people} people; met: "
            + $"{string.Join(", ", met.Select(count => $"{count.Key} {count.Value}"))}.");
        Assert.Superset(
            new HashSet<string>(
                [
                    .. Enum.GetNames<BreakerState>(), .. Enum.GetNames<IncidentStatus>().Where(status => status is not "Resolved"),
                    .. BreakerCauses.Default.SelectMany(rule => (string[])[$"{rule.Cause} opens", $"{rule.Cause} as a shadow"]),
                    "Flapping opens", "LedgerVerification opens", "closes", "Trip", "Acknowledge", "Silence", "EndSilence", "JudgeFalse",
                    .. people == 1 ? ["Reset"] : (string[])["BreakGlass", "Review", "Approve", "Decline"],
                ],
                StringComparer.Ordinal),
            met.Keys.ToHashSet(StringComparer.Ordinal));
    }

    private sealed class Schedule(Random chance, int people, SortedDictionary<string, int> met)
    {
        private readonly CauseModelWorld _world = new(chance, people);
        private readonly HashSet<Scope> _reset = [];
        private readonly HashSet<Guid> _unreviewed = [];

        public void Play()
        {
            var state = EngineState.Initial with { Configuration = _world.Rules.ToDigest() };
            for (int step = 1; step <= Steps; step++)
            {
                var before = state;
                // A restart knows what was written, and nothing else: it must come to the same bytes, and go on from there.
                var restored = EngineState.Parse(before.ToBytes());
                state = chance.Next(12) switch
                {
                    < 7 => Round(before, restored),
                    < 11 => Command(before, restored, step),
                    _ => Notice(before, restored),
                };
                // Of two copies the one with the higher version is newer, so none may be given twice.
                Assert.True((state.Alerts?.Version ?? 0) >= (before.Alerts?.Version ?? 0), "The book of incidents began anew.");
                foreach (var scope in _world.Rules.Scopes)
                    Check(before.BreakerOf(scope), state.BreakerOf(scope), before, state);
            }
        }

        private EngineState Round(EngineState before, EngineState restored)
        {
            var inputs = _world.Round(before);
            var outcome = RoundDecision.Decide(before, _world.Rules, inputs);
            var again = RoundDecision.Decide(restored, RuleSet.Parse(_world.Rules.ToBytes()), inputs);
            Assert.Equal(outcome.Report.ToBytes(), again.Report.ToBytes());
            Assert.Equal(outcome.Next.ToBytes(), again.Next.ToBytes());
            Causes(outcome.Report);
            Changes(before, outcome.Next, outcome.Report.AlertChanges ?? []);
            Withheld(outcome.Report);
            return again.Next;
        }

        private EngineState Command(EngineState before, EngineState restored, int id)
        {
            var now = _world.After(before);
            var command = _world.Command(before, id, now);
            var outcome = CommandDecision.Decide(before, _world.Rules, command, now);
            var again = CommandDecision.Decide(restored, _world.Rules, command, now);
            Assert.Equal(outcome.Answer.ToBytes(), again.Answer.ToBytes());
            Assert.Equal(outcome.Next.ToBytes(), again.Next.ToBytes());
            Changes(before, outcome.Next, outcome.AlertChanges);

            var answer = outcome.Answer;
            if (answer.Status is CommandStatus.Executed or CommandStatus.Reviewed or CommandStatus.Declined)
                Meet($"{command.Kind}");
            if (answer.Status is CommandStatus.Refused)
                Meet($"{command.Kind} refused as {answer.Refusal}");
            if (command.Kind is CommandKind.Trip)
                Assert.Equal(BreakerState.Isolated, outcome.Next.BreakerOf(command.Scope).State);
            if (answer.Transition is { To: BreakerState.HalfOpen } reset)
            {
                _reset.Add(command.Scope);
                // Alone only where that is enough, or as an emergency that somebody has to look at.
                Assert.Equal(people == 1 || reset.Cause is BreakerCause.BreakGlass, reset.Requested is null);
                Assert.NotEqual(reset.Requested?.ActorId, command.Actor.Id);
            }

            if (answer.Transition?.Cause is BreakerCause.BreakGlass)
                Assert.True(_unreviewed.Add(command.CommandId));
            if (answer.Status is CommandStatus.Reviewed)
                Assert.True(_unreviewed.Remove(command.RequestId.GetValueOrDefault()));
            Assert.Equal(_unreviewed, again.Next.Breakers.SelectMany(breaker => breaker.Unreviewed ?? []).Select(found => found.Command.CommandId).ToHashSet());
            return again.Next;
        }

        private EngineState Notice(EngineState before, EngineState restored)
        {
            var (notice, now) = (_world.Notice(), _world.After(before));
            var next = notice.Apply(before, _world.Rules, now);
            Assert.Equal(next.ToBytes(), notice.Apply(restored, _world.Rules, now).ToBytes());
            return next;
        }

        private void Causes(RoundReport report)
        {
            var modes = _world.Rules.Breaker.CausesInForce.ToDictionary(cause => cause.Cause, cause => cause.Mode);
            foreach (var breaker in report.Breakers)
            {
                Assert.All(breaker.ActiveCauses, cause => Assert.Equal(CauseMode.On, modes[cause]));
                Assert.All(breaker.ShadowCauses ?? [], cause => Assert.Equal(CauseMode.Shadow, modes[cause]));
                foreach (var shadow in breaker.ShadowCauses ?? [])
                    Meet($"{shadow} as a shadow");
            }

            foreach (var transition in report.Transitions.Where(transition => transition.To is BreakerState.Open or BreakerState.Isolated))
            {
                var active = report.Breakers.Single(breaker => breaker.Scope == transition.Scope).ActiveCauses;
                Assert.Contains(transition.Cause is BreakerCause.Flapping ? active[0] : transition.Cause, active);
            }
        }

        private static void Withheld(RoundReport report)
        {
            var halted = report.Breakers.Where(breaker => breaker.State is not BreakerState.Closed).Select(breaker => breaker.Scope).ToHashSet();
            Assert.All(
                report.Assets.Where(asset => halted.Contains(Scope.System) || halted.Contains(Scope.Of(asset.Asset))),
                asset => Assert.NotNull(asset.WithheldBecause));
        }

        // What is said to have happened is what happened: nobody is called for nothing, and nothing ends in silence.
        private static void Changes(EngineState before, EngineState after, ImmutableArray<IncidentChange> changes)
        {
            var (was, becomes) = (Numbers(before), Numbers(after));
            Assert.Equal(becomes.Except(was), Of(IncidentStep.Triggered));
            Assert.Equal(was.Except(becomes), Of(IncidentStep.Resolved));

            IEnumerable<long> Of(IncidentStep step) => changes.Where(change => change.Step == step).Select(change => change.Incident.Number);

            static List<long> Numbers(EngineState state) => [.. (state.Alerts ?? AlertBook.Empty).Open.Select(incident => incident.Number)];
        }

        private void Check(BreakerRecord was, BreakerRecord breaker, EngineState before, EngineState after)
        {
            Meet($"{breaker.State}");
            bool moved = breaker.State != was.State;
            Assert.Equal(was.Version + (moved ? 1 : 0), breaker.Version);
            if (moved && breaker.State is BreakerState.Closed)
            {
                Meet("closes");
                Assert.True(_reset.Remove(breaker.Scope), $"{breaker.Scope} closed although nobody had reset it.");
            }

            if (breaker.State is BreakerState.Open or BreakerState.Isolated)
                _reset.Remove(breaker.Scope);
            if (moved && breaker.Last is { IsManual: false, To: BreakerState.Open or BreakerState.Isolated } opening)
                Opened(was, opening);

            string? withheld = PublicationGate.WithheldBecause(Calm, MarketSession.Open, after.BreakerOf(Scope.System), breaker);
            Assert.Equal(breaker.State is BreakerState.Closed && after.BreakerOf(Scope.System).State is BreakerState.Closed, withheld is null);
            AnsweredFor(was, breaker, before, after);
        }

        private void Opened(BreakerRecord was, Transition opening)
        {
            Meet($"{opening.Cause} opens");
            bool isOften = _world.Rules.Breaker.Flapping is { } guard && was.ChangesSince(opening.At - guard.Window) >= guard.MostTransitions;
            // A contradicted ledger is latched however calm it was before.
            if (opening is not { Cause: BreakerCause.LedgerVerification, To: BreakerState.Isolated })
                Assert.Equal(
                    (isOften, isOften ? BreakerState.Isolated : BreakerState.Open),
                    (opening.Cause is BreakerCause.Flapping, opening.To));
        }

        // Somebody answers for a halted breaker from its first moment until it is closed, and nothing keeps that quiet.
        private void AnsweredFor(BreakerRecord was, BreakerRecord breaker, EngineState before, EngineState after)
        {
            var incidents = OfTrip(after, breaker.Scope);
            Assert.Equal(breaker.State is BreakerState.Closed ? 0 : 1, incidents.Count);
            if (was.State is not BreakerState.Closed && breaker.State is not BreakerState.Closed)
                Assert.Equal(OfTrip(before, breaker.Scope)[0].Number, incidents[0].Number);
            if (was.State is BreakerState.Closed && breaker.State is not BreakerState.Closed)
                Assert.Equal((breaker.Last!.At, breaker.Last.Detail), (incidents[0].TriggeredAt, incidents[0].Detail));

            var book = after.Alerts ?? AlertBook.Empty;
            var now = _world.After(after);
            foreach (var incident in book.Open)
                Meet($"{book.StatusOf(incident, now, _world.Rules.Alerts!)}");
            foreach (var at in (DateTimeOffset[])[now, now.AddSeconds(chance.Next(600)), now.AddHours(9)])
                Assert.All(incidents, incident => Assert.DoesNotContain(
                    book.StatusOf(incident, at, _world.Rules.Alerts!),
                    (IncidentStatus[])[IncidentStatus.Silenced, IncidentStatus.Inhibited, IncidentStatus.Resolved]));
        }

        private static List<Incident> OfTrip(EngineState state, Scope scope) =>
            [.. (state.Alerts ?? AlertBook.Empty).Open.Where(incident => incident.Kind is AlertKind.BreakerTripped && incident.Scope == scope)];

        private void Meet(string what) => met[what] = met.GetValueOrDefault(what) + 1;
    }
}
