using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Aura.Dashboard.Api;

/// <summary>The engine's answer to a command as an answer over HTTP, the same now and whenever it is asked for again.</summary>
internal static class CommandAnswers
{
    public static Results<Ok<CommandResponse>, Accepted<ApprovalRequestedResponse>, ProblemHttpResult> Of(
        CommandAnswer answer, HttpContext context, TimeProvider time)
    {
        if (answer.Transition is { } transition)
            return TypedResults.Ok(new CommandResponse(TransitionView.Of(transition), null));
        if (answer.Request is { } request)
            return answer.Status is CommandStatus.ApprovalRequested
                ? TypedResults.Accepted((string?)null, new ApprovalRequestedResponse(request.Id, request.ExpiresAt))
                : TypedResults.Ok(new CommandResponse(null, ResetRequestView.Of(request)));

        if (answer.Status is CommandStatus.Reviewed)
            return TypedResults.Ok(new CommandResponse(null, null));

        return Refused(answer, context, time);
    }

    /// <summary>Why a command was refused.</summary>
    public static ProblemHttpResult Refused(CommandAnswer answer, HttpContext context, TimeProvider time)
    {
        if (answer.RetryAt is { } retryAt)
        {
            double wait = Math.Max(0, Math.Ceiling((retryAt - time.GetUtcNow()).TotalSeconds));
            context.Response.Headers[HeaderNames.RetryAfter] = wait.ToString(CultureInfo.InvariantCulture);
        }

        return Refused(StatusOf(answer.Refusal), answer.Refusal, answer.Reason);
    }

    public static ProblemHttpResult Refused(int status, BreakerRefusal refusal, string? detail) =>
        TypedResults.Problem(
            statusCode: status, title: "The command was refused.", detail: detail,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = CodeOf(refusal) });

    /// <summary>The enum's own JSON form: the same stable word as in the ledger.</summary>
    public static string? CodeOf(BreakerRefusal refusal) => JsonSerializer.SerializeToElement(refusal).GetString();

    private static int StatusOf(BreakerRefusal refusal) => refusal switch
    {
        BreakerRefusal.Forbidden or BreakerRefusal.SamePerson or BreakerRefusal.StepUpRequired => StatusCodes.Status403Forbidden,
        BreakerRefusal.UnknownScope or BreakerRefusal.UnknownRequest or BreakerRefusal.UnknownIncident => StatusCodes.Status404NotFound,
        BreakerRefusal.StaleVersion or BreakerRefusal.StalePreview or BreakerRefusal.WrongState
            or BreakerRefusal.CoolingDown or BreakerRefusal.RequestPending or BreakerRefusal.RequestClosed
            or BreakerRefusal.BreakGlassNotNeeded or BreakerRefusal.NothingToJudge
            or BreakerRefusal.OtherRules =>
            StatusCodes.Status409Conflict,
        BreakerRefusal.NotSilenceable or BreakerRefusal.InvalidThresholds => StatusCodes.Status422UnprocessableEntity,
        _ => throw new UnreachableException(),
    };
}
