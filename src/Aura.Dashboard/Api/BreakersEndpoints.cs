using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Aura.Dashboard.Operators;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Aura.Dashboard.Api;

/// <summary><c>GET breakers</c>, and the commands to them.</summary>
internal static class BreakersEndpoints
{
    public static void MapBreakers(this RouteGroupBuilder group)
    {
        group.MapGet("breakers", (RoundFeed feed) => feed.Current.Breakers.Select(BreakerView.Of).ToList())
            .WithName("listBreakers").WithSummary("Every breaker: SYSTEM first, then the assets.");
        Map("trip", CommandKind.Trip).WithName("tripBreaker")
            .WithSummary("Opens a breaker until a person resets it.");
        Map("reset", CommandKind.Reset).WithName("resetBreaker")
            .WithSummary("Half-opens a breaker, or asks a second person to: then 202.");

        MapRequest("approve", CommandKind.Approve).WithName("approveReset")
            .WithSummary("Carries out the reset that somebody else asked for.");
        MapRequest("decline", CommandKind.Decline).WithName("declineReset")
            .WithSummary("Closes a request to reset.");

        RouteHandlerBuilder Map(string verb, CommandKind kind) => Described(group.MapPost(
            $"breakers/{{scope}}/{verb}",
            (string scope, CommandRequest body, HttpContext context, OperatorDesk desk, RiskEngine engine, TimeProvider time) =>
                SubmitAsync(kind, scope, null, body, new Call(context, desk, engine, time))));

        RouteHandlerBuilder MapRequest(string verb, CommandKind kind) => Described(group.MapPost(
            $"breakers/{{scope}}/requests/{{id:guid}}/{verb}",
            (string scope, Guid id, CommandRequest body, HttpContext context, OperatorDesk desk, RiskEngine engine,
                    TimeProvider time) =>
                SubmitAsync(kind, scope, id, body, new Call(context, desk, engine, time))));

        static RouteHandlerBuilder Described(RouteHandlerBuilder command) =>
            command.ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<CommandResponse>, Accepted<ApprovalRequestedResponse>, ProblemHttpResult>> SubmitAsync(
        CommandKind kind, string scopeName, Guid? request, CommandRequest body, Call call)
    {
        if (call.Engine.Rules.Scopes.FirstOrDefault(
                known => string.Equals(known.Value, scopeName, StringComparison.Ordinal)) is not { } scope)
            return Problem(
                StatusCodes.Status404NotFound, BreakerRefusal.UnknownScope,
                $"There is no breaker '{scopeName}'. There are {string.Join(", ", call.Engine.Rules.Scopes)}.");
        if (Read(kind, scope, body, out var faults) is not { } draft)
            return Problems.Invalid(faults);

        return await call.Desk.SubmitAsync(
            call.Context.User, draft with { RequestId = request }, call.Context.RequestAborted) switch
        {
            DeskResult.Answered answered => Answer(answered.Answer, call),
            DeskResult.KnownIdWithAnotherBody => TypedResults.Problem(
                statusCode: StatusCodes.Status422UnprocessableEntity, title: "The command id is taken.",
                detail: $"'commandId' {draft.CommandId} already stands for another command; a new command needs a new id."),
            DeskResult.InvalidReason invalid => Problems.Invalid(
                new Dictionary<string, string[]>(StringComparer.Ordinal) { ["reason"] = [invalid.Fault] }),
            DeskResult.NotRecorded => TypedResults.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not recorded, not done.",
                detail: "The database has no room, so the command was not carried out. Send it again once there is room."),
            DeskResult.NobodyActs => TypedResults.Problem(
                statusCode: StatusCodes.Status401Unauthorized, title: "Nobody is signed in.",
                detail: "The account is gone or was signed out. Sign in again."),
            _ => throw new UnreachableException(),
        };
    }

    private static Results<Ok<CommandResponse>, Accepted<ApprovalRequestedResponse>, ProblemHttpResult> Answer(
        CommandAnswer answer, Call call)
    {
        if (answer.Transition is { } transition)
            return TypedResults.Ok(new CommandResponse(TransitionView.Of(transition), null));
        if (answer.Request is { } request)
            return answer.Status is CommandStatus.ApprovalRequested
                ? TypedResults.Accepted((string?)null, new ApprovalRequestedResponse(request.Id, request.ExpiresAt))
                : TypedResults.Ok(new CommandResponse(null, ResetRequestView.Of(request)));

        if (answer.RetryAt is { } retryAt)
        {
            double wait = Math.Max(0, Math.Ceiling((retryAt - call.Time.GetUtcNow()).TotalSeconds));
            call.Context.Response.Headers[HeaderNames.RetryAfter] = wait.ToString(CultureInfo.InvariantCulture);
        }

        int status = answer.Refusal switch
        {
            BreakerRefusal.Forbidden or BreakerRefusal.SamePerson => StatusCodes.Status403Forbidden,
            BreakerRefusal.UnknownScope or BreakerRefusal.UnknownRequest => StatusCodes.Status404NotFound,
            BreakerRefusal.StaleVersion or BreakerRefusal.WrongState or BreakerRefusal.CoolingDown
                or BreakerRefusal.RequestPending or BreakerRefusal.RequestClosed => StatusCodes.Status409Conflict,
            _ => throw new UnreachableException(),
        };
        return Problem(status, answer.Refusal, answer.Reason);
    }

    private static CommandDraft? Read(
        CommandKind kind, Scope scope, CommandRequest body, out Dictionary<string, string[]> faults)
    {
        faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!Guid.TryParseExact(body.CommandId, "D", out var commandId) || commandId == Guid.Empty)
            faults["commandId"] = [$"'commandId' is '{body.CommandId}': accepted is a UUID made by the client."];
        if (body.ExpectedVersion is not >= 1)
            faults["expectedVersion"] = [$"'expectedVersion' is '{body.ExpectedVersion}': accepted is the breaker's version, 1 or more."];
        if (!Enum.GetNames<ReasonCode>().Contains(body.ReasonCode, StringComparer.Ordinal))
            faults["reasonCode"] = [$"'reasonCode' is '{body.ReasonCode}': accepted are {string.Join(", ", Enum.GetNames<ReasonCode>())}."];
        if (ReasonText.FindFault(body.Reason) is { } fault)
            faults["reason"] = [fault];
        return faults.Count > 0
            ? null
            : new CommandDraft(
                commandId, kind, scope, body.ExpectedVersion.GetValueOrDefault(),
                Enum.Parse<ReasonCode>(body.ReasonCode!), body.Reason!);
    }

    private static ProblemHttpResult Problem(int status, BreakerRefusal refusal, string? detail) =>
        TypedResults.Problem(
            statusCode: status, title: "The command was refused.", detail: detail,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                // The enum's own JSON form: the same stable word as in the ledger.
                ["code"] = JsonSerializer.SerializeToElement(refusal).GetString(),
            });

    private sealed record Call(HttpContext Context, OperatorDesk Desk, RiskEngine Engine, TimeProvider Time);
}
