using System.Collections.Immutable;
using System.Diagnostics;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds.Thresholds;

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
        var refused = new RefusedCommand(state, command, now);
        var rights = RightsTo(command.Kind);
        if (!command.Actor.Roles.Any(role => rights.Contains(role)))
            return refused.Because(BreakerRefusal.Forbidden, $"Only the role {string.Join(" or ", rights)} may {Verb(command)}.");
        if (!rules.Scopes.Contains(command.Scope))
            return refused.Because(BreakerRefusal.UnknownScope, $"There is no breaker {command.Scope}.");

        if (command.Objection is CommandObjection.StepUpRequired)
            return refused.Because(BreakerRefusal.StepUpRequired,
                "This needs your password again; a trip only when your sign-in is older than 15 minutes.");
        if (AlertCommands.Covers(command.Kind))
            return AlertCommands.Decide(state, rules, command, now, refused);

        if (ThresholdCommands.Covers(command.Kind))
            return ThresholdCommands.Decide(state, rules, command, now, refused);

        var breaker = state.BreakerOf(command.Scope);
        // A trip records the version and never fails on it, so a trip wins every race. A review is about what was done,
        // whatever the breaker did since.
        bool bindsToPresent = command.Kind is not (CommandKind.Trip or CommandKind.Review);
        if (bindsToPresent && command.ExpectedVersion != breaker.Version)
            return refused.Because(BreakerRefusal.StaleVersion,
                $"The breaker is at version {breaker.Version}, not {command.ExpectedVersion}: it changed since you looked.");

        // Neither: whoever halts needs no perfect picture.
        if (bindsToPresent && command.Objection is CommandObjection.StalePreview)
            return refused.Because(BreakerRefusal.StalePreview,
                "What you were shown is no longer what would happen: look at the preview again.");

        return BreakerMachine.Apply(breaker, Signal(command), rules.Breaker, now) switch
        {
            BreakerStep.Moved moved => Moved(moved),
            BreakerStep.Requested asked => new(
                state.With([asked.Next]),
                Answer(
                    asked.Request.Status is RequestStatus.Pending ? CommandStatus.ApprovalRequested : CommandStatus.Declined,
                    null) with
                {
                    Request = asked.Request,
                }),
            BreakerStep.Stayed { Next: { Last: { } last } next } =>
                new(state.With([next]), Answer(CommandStatus.NoOp, last)),
            BreakerStep.Reviewed reviewed => new(state.With([reviewed.Next]), Answer(CommandStatus.Reviewed, null)),
            BreakerStep.Refused { Refusal: var why } => refused.ByMachine(why, breaker, rules.Breaker),
            _ => throw new UnreachableException(),
        };

        CommandOutcome Moved(BreakerStep.Moved moved)
        {
            var alerted = AlertedState.After(state.With([moved.Next]), command.Scope, now, rules.Alerts);
            return new CommandOutcome(alerted.State, Answer(CommandStatus.Executed, moved.Transition))
            {
                AlertChanges = alerted.Changes,
            };
        }

        CommandAnswer Answer(CommandStatus status, Transition? transition) =>
            new(command.CommandId, status, transition, BreakerRefusal.None, null, null);
    }

    /// <summary>Whether a command answers incidents or causes, or is about rules, and never changes a breaker.</summary>
    public static bool ChangesNoBreaker(CommandKind kind) => AlertCommands.Covers(kind) || ThresholdCommands.Covers(kind);

    /// <summary>The roles of which a command needs one.</summary>
    public static ImmutableArray<ActorRole> RightsTo(CommandKind kind) => kind switch
    {
        CommandKind.Trip or CommandKind.Reset or CommandKind.BreakGlass => [ActorRole.Operator],
        CommandKind.Approve or CommandKind.Decline or CommandKind.Review or CommandKind.Acknowledge
            or CommandKind.Silence or CommandKind.EndSilence or CommandKind.JudgeFalse
            or CommandKind.ApproveThresholds => [ActorRole.Compliance],
        CommandKind.StartDrill or CommandKind.EndDrill => [ActorRole.Compliance, ActorRole.Operator],
        CommandKind.ProposeThresholds or CommandKind.DeclineThresholds => [ActorRole.Compliance, ActorRole.Administrator],
        _ => throw new UnreachableException(),
    };

    private static string Verb(OperatorCommand command) => command.Kind switch
    {
        CommandKind.Trip => "trip a breaker",
        CommandKind.Reset => "reset a breaker",
        CommandKind.Approve => "approve a reset",
        CommandKind.Decline => "decline a reset",
        CommandKind.BreakGlass => "reset a breaker alone",
        CommandKind.Review => "review a break-glass reset",
        CommandKind.Acknowledge => "acknowledge an incident",
        CommandKind.Silence => "silence incidents",
        CommandKind.EndSilence => "end a silence",
        CommandKind.JudgeFalse => "judge a trip",
        CommandKind.StartDrill => "start a drill",
        CommandKind.EndDrill => "end a drill",
        CommandKind.ProposeThresholds => "propose thresholds",
        CommandKind.ApproveThresholds => "approve thresholds",
        CommandKind.DeclineThresholds => "decline thresholds",
        _ => throw new UnreachableException(),
    };

    private static BreakerSignal Signal(OperatorCommand command)
    {
        var who = new TransitionCommand(command.CommandId, command.Actor.Id, command.ReasonCode, command.Reason);
        // A command without its request names none that exists.
        var request = command.RequestId ?? Guid.Empty;
        return command.Kind switch
        {
            CommandKind.Trip => new BreakerSignal.Trip(who),
            CommandKind.Reset => new BreakerSignal.Reset(who),
            CommandKind.Approve => new BreakerSignal.Approve(request, who),
            CommandKind.Decline => new BreakerSignal.Decline(request, who),
            CommandKind.BreakGlass => new BreakerSignal.BreakGlass(who, command.Justification ?? string.Empty),
            CommandKind.Review => new BreakerSignal.Review(request, who),
            _ => throw new UnreachableException(),
        };
    }
}
