using Aura.Dashboard.Operators;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary><c>GET alerts</c>, their history, and how people answer them.</summary>
internal static class AlertsEndpoints
{
    public static void MapAlerts(this RouteGroupBuilder group)
    {
        group.MapGet("alerts", List)
            .WithName("listAlerts").WithSummary("The incidents that last, the most pressing first, and what is silenced.");
        group.MapGet("alerts/history", HistoryAsync)
            .WithName("listAlertHistory").WithSummary("Every incident with all that happened to it, newest first; 'before' is exclusive.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        Described(group.MapPost("alerts/{number:long}/acknowledge", AcknowledgeAsync))
            .WithName("acknowledgeAlert").WithSummary("Takes an incident on, for as long as Alerts:AcknowledgedFor says.");
        Described(group.MapPost("alerts/silences", SilenceAsync))
            .WithName("silenceAlerts").WithSummary("Lets incidents of one kind at one breaker call nobody until a time. Never a breaker that tripped.");
        Described(group.MapPost("alerts/silences/{id:guid}/end", EndSilenceAsync))
            .WithName("endSilence").WithSummary("Ends a silence before its time.");

        Described(group.MapPost("alerts/drills", StartDrillAsync))
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("startDrill").WithSummary("Calls people although nothing is wrong. No breaker changes.");
        Described(group.MapPost("alerts/{number:long}/end-drill", EndDrillAsync))
            .WithName("endDrill").WithSummary("Ends a drill.");

        static RouteHandlerBuilder Described(RouteHandlerBuilder command) =>
            command.ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static AlertsView List(RoundFeed feed, RuleSet rules, TimeProvider time)
    {
        var book = feed.Current.Alerts;
        var now = time.GetUtcNow();
        return new AlertsView(
            [
                .. book.Open
                    .Select(incident => AlertView.Of(incident, book.StatusOf(incident, now, rules.Alerts ?? AlertRules.Default)))
                    .OrderBy(alert => alert.Status).ThenBy(alert => alert.Number),
            ],
            [.. book.Silences.Where(silence => now < silence.Until).Select(SilenceView.Of)])
        {
            LastDrillAt = book.LastDrillAt,
        };
    }

    private static async Task<Results<Ok<IReadOnlyList<AlertPastView>>, ProblemHttpResult>> HistoryAsync(
        string? before, string? limit, IIncidentHistory history, RoundFeed feed, RuleSet rules, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        int most = query.Limit(limit);
        long above = query.IncidentBefore(before);
        if (query.Problem() is { } problem)
            return problem;

        var now = time.GetUtcNow();
        var book = feed.Current.Alerts;
        var answers = rules.Alerts ?? AlertRules.Default;
        return TypedResults.Ok<IReadOnlyList<AlertPastView>>(
        [
            .. (await history.BeforeAsync(above, most, cancellationToken)).Select(past => new AlertPastView(
                AlertView.Of(past.Incident, book.StatusOf(past.Incident, now, answers)),
                [.. past.Moments.Select(AlertMomentView.Of)])),
        ]);
    }

    private static Task<Results<Ok<AlertCommandResponse>, ProblemHttpResult>> AcknowledgeAsync(
        long number, AlertCommandRequest body, HttpContext context, OperatorDesk desk, TimeProvider time)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        return SubmitAsync(
            Draft(CommandKind.Acknowledge, Scope.System, body.CommandId, body.Comment, faults) with { Incident = number },
            faults, new Call(context, desk, time));
    }

    private static Task<Results<Ok<AlertCommandResponse>, ProblemHttpResult>> SilenceAsync(
        SilenceRequest body, HttpContext context, OperatorDesk desk, RuleSet rules, TimeProvider time)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var scope = FindScope(body.Scope, rules, faults);
        if (!Enum.GetNames<AlertKind>().Contains(body.Kind, StringComparer.Ordinal))
            faults["kind"] = [$"'kind' is '{body.Kind}': accepted are {string.Join(", ", Enum.GetNames<AlertKind>().Except([nameof(AlertKind.BreakerTripped), nameof(AlertKind.Drill)], StringComparer.Ordinal))}."];
        var query = new QueryReader();
        if (query.Instant("until", body.Until ?? string.Empty) is not { } until)
        {
            faults["until"] = [$"'until' is '{body.Until}': accepted is an RFC 3339 time with its offset, as in 2026-11-22T14:00:00Z."];
            until = default;
        }

        var draft = Draft(CommandKind.Silence, scope ?? Scope.System, body.CommandId, body.Comment, faults);
        return SubmitAsync(
            faults.Count > 0
                ? draft
                : draft with { Alert = Enum.Parse<AlertKind>(body.Kind!), Until = InstantText.Truncate(until.ToUniversalTime()) },
            faults, new Call(context, desk, time));
    }

    private static Task<Results<Ok<AlertCommandResponse>, ProblemHttpResult>> EndSilenceAsync(
        Guid id, AlertCommandRequest body, HttpContext context, OperatorDesk desk, TimeProvider time)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        return SubmitAsync(
            Draft(CommandKind.EndSilence, Scope.System, body.CommandId, body.Comment, faults) with { RequestId = id },
            faults, new Call(context, desk, time));
    }

    private static Task<Results<Ok<AlertCommandResponse>, ProblemHttpResult>> StartDrillAsync(
        DrillRequest body, HttpContext context, OperatorDesk desk, RuleSet rules, TimeProvider time)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var scope = FindScope(body.Scope, rules, faults);
        return SubmitAsync(
            Draft(CommandKind.StartDrill, scope ?? Scope.System, body.CommandId, body.Comment, faults), faults,
            new Call(context, desk, time));
    }

    private static Task<Results<Ok<AlertCommandResponse>, ProblemHttpResult>> EndDrillAsync(
        long number, AlertCommandRequest body, HttpContext context, OperatorDesk desk, TimeProvider time)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        return SubmitAsync(
            Draft(CommandKind.EndDrill, Scope.System, body.CommandId, body.Comment, faults) with { Incident = number },
            faults, new Call(context, desk, time));
    }

    private static Scope? FindScope(string? name, RuleSet rules, Dictionary<string, string[]> faults)
    {
        var scope = rules.Scopes.FirstOrDefault(known => string.Equals(known.Value, name, StringComparison.Ordinal));
        if (scope is null)
            faults["scope"] = [$"'scope' is '{name}': accepted are {string.Join(", ", rules.Scopes)}."];
        return scope;
    }

    private static CommandDraft Draft(
        CommandKind kind, Scope scope, string? commandId, string? comment, Dictionary<string, string[]> faults)
    {
        var id = CommandReader.CommandId(commandId, faults);
        if (ReasonText.FindFault(comment) is { } fault)
            faults["comment"] = [fault];
        return CommandDraft.ForNoBreaker(id, kind, scope, comment ?? string.Empty);
    }

    private static async Task<Results<Ok<AlertCommandResponse>, ProblemHttpResult>> SubmitAsync(
        CommandDraft draft, Dictionary<string, string[]> faults, Call call)
    {
        if (faults.Count > 0)
            return Problems.Invalid(faults);

        var result = await call.Desk.SubmitAsync(call.Context.User, draft, null, call.Context.RequestAborted);
        if (result is not DeskResult.Answered { Answer: var answer })
            return DeskProblems.Of(result, draft.CommandId);

        return answer switch
        {
            { Status: CommandStatus.Refused } => CommandAnswers.Refused(answer, call.Context, call.Time),
            { Incident: { } incident } => TypedResults.Ok(
                new AlertCommandResponse(AlertView.Of(incident, StatusAfter(draft.Kind)), null)),
            _ => TypedResults.Ok(new AlertCommandResponse(null, answer.Silence is { } silence ? SilenceView.Of(silence) : null)),
        };
    }

    private static IncidentStatus StatusAfter(CommandKind kind) => kind switch
    {
        CommandKind.StartDrill => IncidentStatus.Triggered,
        CommandKind.EndDrill => IncidentStatus.Resolved,
        _ => IncidentStatus.Acknowledged,
    };

    private sealed record Call(HttpContext Context, OperatorDesk Desk, TimeProvider Time);
}
