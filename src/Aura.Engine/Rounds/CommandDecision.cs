using System.Diagnostics;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds;

/// <summary>The twin of <see cref="RoundDecision"/> for people: permission included, so that a refusal is an outcome.</summary>
public static class CommandDecision
{
    /// <summary>Decides a command.</summary>
    /// <param name="state">The state after the decision before.</param>
    /// <param name="rules">The rule set in force.</param>
    /// <param name="command">The command with its actor.</param>
    /// <param name="now">The time of submission, UTC.</param>
    public static CommandOutcome Decide(EngineState state, RuleSet rules, OperatorCommand command, DateTimeOffset now)
    {
        if (!command.Actor.Roles.Contains(ActorRole.Operator))
            return Refuse(BreakerRefusal.Forbidden, $"Only an {ActorRole.Operator} may {Verb(command)} a breaker.");
        if (!rules.Scopes.Contains(command.Scope))
            return Refuse(BreakerRefusal.UnknownScope, $"There is no breaker {command.Scope}.");

        var breaker = state.BreakerOf(command.Scope);
        // A trip records the version and never fails on it, so a trip wins every race.
        if (command.Kind is CommandKind.Reset && command.ExpectedVersion != breaker.Version)
            return Refuse(BreakerRefusal.StaleVersion,
                $"The breaker is at version {breaker.Version}, not {command.ExpectedVersion}: it changed since you looked.");

        return BreakerMachine.Apply(breaker, Signal(command), rules.Breaker, now) switch
        {
            BreakerStep.Moved moved => new CommandOutcome(
                state.With([moved.Next]), Answer(CommandStatus.Executed, moved.Transition)),
            BreakerStep.Stayed { Next.Last: { } last } => new CommandOutcome(state, Answer(CommandStatus.NoOp, last)),
            BreakerStep.Refused { Refusal: BreakerRefusal.CoolingDown } => CoolingDown(breaker),
            BreakerStep.Refused refused => Refuse(refused.Refusal, $"A breaker that is {breaker.State} cannot be reset."),
            _ => throw new UnreachableException(),
        };

        CommandAnswer Answer(CommandStatus status, Transition transition) =>
            new(command.CommandId, status, transition, BreakerRefusal.None, null, null);

        CommandOutcome Refuse(BreakerRefusal refusal, string reason, DateTimeOffset? retryAt = null) =>
            new(state, new CommandAnswer(command.CommandId, CommandStatus.Refused, null, refusal, reason, retryAt));

        CommandOutcome CoolingDown(BreakerRecord record)
        {
            var end = record.CoolDownEndsAt(rules.Breaker) ?? now;
            return Refuse(
                BreakerRefusal.CoolingDown,
                $"The cool-down lasts until {InstantText.Of(end)}, {Math.Ceiling((end - now).TotalSeconds)} s more.",
                end);
        }
    }

    private static string Verb(OperatorCommand command) => command.Kind is CommandKind.Trip ? "trip" : "reset";

    private static BreakerSignal Signal(OperatorCommand command)
    {
        var who = new TransitionCommand(command.CommandId, command.Actor.Id, command.ReasonCode, command.Reason);
        return command.Kind switch
        {
            CommandKind.Trip => new BreakerSignal.Trip(who),
            CommandKind.Reset => new BreakerSignal.Reset(who),
            _ => throw new UnreachableException(),
        };
    }
}
