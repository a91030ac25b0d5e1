using System.Diagnostics;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Rounds;

/// <summary>Commands that change no breaker: how people answer incidents, and what they think of a cause.</summary>
internal static class AlertCommands
{
    public static bool Covers(CommandKind kind) =>
        kind is CommandKind.Acknowledge or CommandKind.Silence or CommandKind.EndSilence or CommandKind.JudgeFalse
            or CommandKind.StartDrill or CommandKind.EndDrill;

    public static CommandOutcome Decide(EngineState state, RuleSet rules, OperatorCommand command, DateTimeOffset now, RefusedCommand refused)
    {
        if (command.Kind is CommandKind.JudgeFalse)
            return Judge(state, command, refused);
        if (rules.Alerts is not { } alerts)
            return refused.Because(BreakerRefusal.UnknownIncident, "No incidents are raised under these rules.");

        var book = state.Alerts ?? AlertBook.Empty;
        return command.Kind switch
        {
            CommandKind.Acknowledge => Acknowledge(state, book, alerts, command, now, refused),
            CommandKind.Silence => Silence(state, book, alerts, command, now, refused),
            CommandKind.EndSilence => EndSilence(state, book, command, now, refused),
            CommandKind.StartDrill => StartDrill(state, book, alerts, command, now, refused),
            CommandKind.EndDrill => EndDrill(state, book, alerts, command, now, refused),
            _ => throw new UnreachableException(),
        };
    }

    private static CommandOutcome Acknowledge(
        EngineState state, AlertBook book, AlertRules rules, OperatorCommand command, DateTimeOffset now, RefusedCommand refused)
    {
        // By its number, whatever breaker it concerns: who sends the same answer again need not know that any more.
        if (book.Find(command.Incident.GetValueOrDefault()) is not { } incident)
            return refused.Because(BreakerRefusal.UnknownIncident, $"There is no incident {command.Incident} that lasts.");

        var (next, change) = book.Acknowledge(incident, new Acknowledgement(
            command.CommandId, command.Actor.Id, command.Reason, now, now + rules.AcknowledgedFor));
        return new CommandOutcome(
            state with { Alerts = next },
            Done(command) with { Incident = change.Incident })
        {
            AlertChanges = [change],
        };
    }

    private static CommandOutcome Silence(
        EngineState state, AlertBook book, AlertRules rules, OperatorCommand command, DateTimeOffset now, RefusedCommand refused)
    {
        if (command is not { Alert: { } kind, Until: { } until })
            return refused.Because(BreakerRefusal.NotSilenceable, "A silence names what is silenced, and until when.");
        if (kind is AlertKind.BreakerTripped)
            return refused.Because(BreakerRefusal.NotSilenceable, "A breaker that tripped is never silenced.");
        if (kind is AlertKind.Drill)
            return refused.Because(BreakerRefusal.NotSilenceable, "A drill is ended, not silenced.");
        if (until <= now || until - now > rules.LongestSilence)
            return refused.Because(
                BreakerRefusal.NotSilenceable,
                $"A silence ends between now and {InstantText.Of(now + rules.LongestSilence)}, not at {InstantText.Of(until)}.");

        var silence = new AlertSilence(
            command.CommandId, command.Scope, kind, command.Actor.Id, command.Reason, now, until);
        return new CommandOutcome(
            state with { Alerts = book.Silence(silence) },
            Done(command) with { Silence = silence });
    }

    private static CommandOutcome EndSilence(
        EngineState state, AlertBook book, OperatorCommand command, DateTimeOffset now, RefusedCommand refused)
    {
        if (book.Silences.FirstOrDefault(silence => silence.CommandId == command.RequestId && now < silence.Until) is not { } ended)
            return refused.Because(BreakerRefusal.UnknownIncident, $"There is no silence {command.RequestId} that lasts.");

        return new CommandOutcome(
            state with { Alerts = book.EndSilence(ended) },
            Done(command) with { Silence = ended with { Until = now } });
    }

    private static CommandOutcome StartDrill(
        EngineState state, AlertBook book, AlertRules rules, OperatorCommand command, DateTimeOffset now, RefusedCommand refused)
    {
        var condition = AlertConditions.OfDrill(command.Scope, isOn: true, command.Reason);
        if (book.Open.FirstOrDefault(incident => incident.IsOf(condition)) is { } running)
            return refused.Because(
                BreakerRefusal.RequestPending, $"A drill of {command.Scope} runs already, incident {running.Number}.");

        var (next, changes) = book.After([condition], null, now, rules);
        return new CommandOutcome(
            state with { Alerts = next with { LastDrillAt = now } },
            Done(command) with { Incident = next.Open[^1] })
        {
            AlertChanges = changes,
        };
    }

    private static CommandOutcome EndDrill(
        EngineState state, AlertBook book, AlertRules rules, OperatorCommand command, DateTimeOffset now, RefusedCommand refused)
    {
        if (book.Find(command.Incident.GetValueOrDefault()) is not { Kind: AlertKind.Drill } drill)
            return refused.Because(BreakerRefusal.UnknownIncident, $"There is no drill {command.Incident} that lasts.");

        var (next, changes) = book.After([AlertConditions.OfDrill(drill.Scope, isOn: false, command.Reason)], null, now, rules);
        return new CommandOutcome(
            state with { Alerts = next },
            Done(command) with { Incident = drill with { ResolvedAt = now } })
        {
            AlertChanges = changes,
        };
    }

    // The round stands in place of a version: who looked at an earlier trip does not judge the one after it.
    private static CommandOutcome Judge(EngineState state, OperatorCommand command, RefusedCommand refused)
    {
        var served = (state.Causes ?? []).FirstOrDefault(cause => cause.Scope == command.Scope && cause.Cause == command.Cause);
        if (served is null || served.LastTrip.Value != command.ExpectedVersion)
            return refused.Because(
                BreakerRefusal.NothingToJudge,
                $"The last trip of {command.Cause} at {command.Scope} is not of round {command.ExpectedVersion}.");
        if (served.IsLastJudged)
            return refused.Because(
                BreakerRefusal.NothingToJudge, $"The trip of round {command.ExpectedVersion} is judged already.");

        var judged = served.Judged();
        return new CommandOutcome(
            state with { Causes = [.. (state.Causes ?? []).Select(cause => cause == served ? judged : cause)] },
            Done(command) with { Served = judged });
    }

    private static CommandAnswer Done(OperatorCommand command) =>
        new(command.CommandId, CommandStatus.Executed, null, BreakerRefusal.None, null, null);
}
