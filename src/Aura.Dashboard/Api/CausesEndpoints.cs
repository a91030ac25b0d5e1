using Aura.Dashboard.Operators;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Engine.Breaker;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary>What people think of a cause's last trip.</summary>
internal static class CausesEndpoints
{
    public static void MapCauses(this RouteGroupBuilder group) =>
        group.MapPost("breakers/{scope}/causes/{cause}/false-positive", JudgeAsync)
            .WithName("judgeFalsePositive").WithSummary("Counts the last trip of a cause, real or shadow, as a false positive.")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Ok<CauseView>, ProblemHttpResult>> JudgeAsync(
        string scope, string cause, JudgementRequest body, HttpContext context, OperatorDesk desk, RuleSet rules, TimeProvider time)
    {
        var known = rules.Scopes.FirstOrDefault(found => string.Equals(found.Value, scope, StringComparison.Ordinal));
        var rule = rules.Breaker.CausesInForce.FirstOrDefault(found => string.Equals(found.Cause.ToString(), cause, StringComparison.Ordinal));
        if (known is null || rule is null)
            return CommandAnswers.Refused(
                StatusCodes.Status404NotFound, BreakerRefusal.UnknownScope,
                $"There is no cause '{cause}' of a breaker '{scope}'. Breakers are {string.Join(", ", rules.Scopes)}, "
                + $"causes {string.Join(", ", rules.Breaker.CausesInForce.Select(found => found.Cause))}.");

        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var commandId = CommandReader.CommandId(body.CommandId, faults);
        if (body.Round is not >= 1)
            faults["round"] = [$"'round' is '{body.Round}': accepted is the round of the trip, 1 or more."];
        if (ReasonText.FindFault(body.Comment) is { } fault)
            faults["comment"] = [fault];
        if (faults.Count > 0)
            return Problems.Invalid(faults);

        var draft = CommandDraft.ForNoBreaker(commandId, CommandKind.JudgeFalse, known, body.Comment!) with
        {
            Cause = rule.Cause,
            ExpectedVersion = body.Round.GetValueOrDefault(),
        };
        return await desk.SubmitAsync(context.User, draft, null, context.RequestAborted) switch
        {
            DeskResult.Answered { Answer: { Served: { } served } } => TypedResults.Ok(CauseView.Of(served)),
            DeskResult.Answered { Answer: var answer } => CommandAnswers.Refused(answer, context, time),
            var other => DeskProblems.Of(other, draft.CommandId),
        };
    }
}
