using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>
/// The breaker against a model that is a few lines of prose: random schedules of two operators, a compliance officer,
/// rounds, replays, stale versions, expiry and restarts. A failure names the seed; AURA_MODEL_SEED runs it alone.
/// </summary>
public sealed class BreakerModelTests(ITestOutputHelper output)
{
    private const int Schedules = 10_000;
    private const int Steps = 30;

    /// <summary>Set to a number to run one seed: the seed of a failure, for example.</summary>
    private const string SeedVariable = "AURA_MODEL_SEED";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void No_schedule_closes_without_a_reset_or_moves_twice_for_one_command_and_a_trip_wins_every_race(int people)
    {
        var rules = A.RuleSet().WithBreaker(breaker => breaker with { ApprovalsRequired = people }).Build();
        var met = new SortedSet<string>(StringComparer.Ordinal);
        foreach (int seed in SeedsOf(people))
        {
            try
            {
                Play(new Random(seed), rules, met);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}, {people} people: {exception.Message}", exception);
            }
        }

        output.WriteLine($"{Schedules} schedules of {Steps} steps, {people} people; met: {string.Join(", ", met)}.");
        if (Environment.GetEnvironmentVariable(SeedVariable) is null)
            Assert.Superset(
                new HashSet<string>(
                    ["Closed", "Open", "HalfOpen", "Isolated", "Executed", "NoOp", "StaleVersion", "CoolingDown", "WrongState",
                        .. people == 1 ? [] : (string[])["ApprovalRequested", "Declined", "SamePerson", "RequestClosed", "RequestPending"]],
                    StringComparer.Ordinal),
                met.ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<int> SeedsOf(int people) =>
        int.TryParse(Environment.GetEnvironmentVariable(SeedVariable), out int one)
            ? [one]
            : Enumerable.Range(people * 1_000_000, Schedules);

    private static void Play(Random chance, RuleSet rules, SortedSet<string> met)
    {
        var state = EngineState.Initial;
        var now = Standard.Start;
        var sent = new List<OperatorCommand>();
        var answers = new Dictionary<Guid, CommandAnswer>();
        // What people did since the breaker was last halted, in the model's own words.
        var model = new Model(new HashSet<long>(), false);
        for (int step = 0; step < Steps; step++)
        {
            now = now.AddSeconds(chance.Next(10) == 0 ? 900 : chance.Next(8));
            var before = state.BreakerOf(Scope.System);
            if (chance.Next(3) == 0)
            {
                state = Round(chance, state, rules, now);
            }
            else
            {
                // One in four is a replay of an earlier command, with all that was said then.
                var command = sent.Count > 0 && chance.Next(4) == 0 ? sent[chance.Next(sent.Count)] : Command(chance, before, sent);
                if (answers.ContainsKey(command.CommandId))
                    continue;

                sent.Add(command);
                var outcome = CommandDecision.Decide(state, rules, command, now);
                answers.Add(command.CommandId, outcome.Answer);
                met.Add(outcome.Answer.Refusal is BreakerRefusal.None ? $"{outcome.Answer.Status}" : $"{outcome.Answer.Refusal}");
                state = outcome.Next;
                model = model.After(command, outcome.Answer, before);
                TripWins(command, state);
            }

            // A restart keeps what was written, and nothing else.
            if (chance.Next(5) == 0)
                state = EngineState.Parse(state.ToBytes());
            met.Add($"{state.BreakerOf(Scope.System).State}");
            model = model.Check(before, state.BreakerOf(Scope.System));
        }
    }

    private static EngineState Round(Random chance, EngineState state, RuleSet rules, DateTimeOffset now)
    {
        BreakerSignal signal = chance.Next(6) switch
        {
            0 => new BreakerSignal.Alarm(BreakerCause.SystemScore, new RoundNumber(1), "Too high."),
            1 => new BreakerSignal.Unclean(),
            _ => new BreakerSignal.Clean(new RoundNumber(1)),
        };
        return BreakerMachine.Apply(state.BreakerOf(Scope.System), signal, rules.Breaker, now) switch
        {
            BreakerStep.Moved moved => state.With([moved.Next]),
            BreakerStep.Stayed stayed => state.With([stayed.Next]),
            var other => throw new InvalidOperationException($"A round was answered with {other}."),
        };
    }

    private static OperatorCommand Command(Random chance, BreakerRecord breaker, List<OperatorCommand> sent)
    {
        long version = Math.Max(1, breaker.Version - (chance.Next(6) == 0 ? 1 : 0));
        var command = A.Command().WithId(sent.Count + 1);
        string operatorId = $"operator-{chance.Next(2)}";
        int request = sent.FindLastIndex(earlier => earlier.Kind is CommandKind.Reset) + 1;
        command = chance.Next(8) switch
        {
            0 or 1 => command.Trip(Scope.System).By(operatorId, ActorRole.Operator),
            2 or 3 or 4 => command.Reset(Scope.System).By(operatorId, ActorRole.Operator, ActorRole.Compliance),
            5 or 6 => command.Approve(Scope.System, request).By(
                chance.Next(3) == 0 ? operatorId : "compliance-1", ActorRole.Compliance),
            _ => command.Decline(Scope.System, request),
        };
        return command.ExpectingVersion(version).Build();
    }

    private static void TripWins(OperatorCommand command, EngineState state)
    {
        if (command.Kind is not CommandKind.Trip)
            return;

        var breaker = state.BreakerOf(Scope.System);
        Assert.Equal(BreakerState.Isolated, breaker.State);
        Assert.NotEqual(RequestStatus.Pending, breaker.Request?.Status);
    }

    /// <summary>The versions that came into being, and whether a person has reset since the last halt.</summary>
    private sealed record Model(HashSet<long> Versions, bool ResetSinceHalt)
    {
        public Model After(OperatorCommand command, CommandAnswer answer, BreakerRecord before)
        {
            if (answer.Status is not CommandStatus.Executed)
                return this;

            Assert.NotNull(answer.Transition);
            Assert.Equal(command.CommandId, answer.Transition.Command?.CommandId);
            Assert.Equal(before.Version + 1, answer.Transition.Version);
            if (answer.Transition.Requested is { } requested)
                Assert.NotEqual(requested.ActorId, command.Actor.Id);
            return this with { ResetSinceHalt = command.Kind is not CommandKind.Trip };
        }

        public Model Check(BreakerRecord before, BreakerRecord after)
        {
            if (after.Version == before.Version)
            {
                Assert.Equal(before.State, after.State);
                return this;
            }

            Assert.Equal(before.Version + 1, after.Version);
            Assert.True(Versions.Add(after.Version), $"Version {after.Version} came into being twice.");
            if (after.State is BreakerState.Closed)
                Assert.True(ResetSinceHalt, "It closed although nobody had reset it.");
            return after.State is BreakerState.Open or BreakerState.Isolated ? this with { ResetSinceHalt = false } : this;
        }
    }
}
