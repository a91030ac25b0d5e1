using Aura.Dashboard.Operators;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary>Thresholds: what is in force, what others would have done, and how two people change them.</summary>
internal static class ThresholdsEndpoints
{
    public static void MapThresholds(this RouteGroupBuilder group)
    {
        group.MapGet("thresholds", ReadAsync)
            .WithName("getThresholds").WithSummary("The thresholds in force, what is proposed, and what was agreed on.");
        group.MapPost("thresholds/trial", TryAsync)
            .WithName("tryThresholds").WithSummary("What other thresholds would have said of the last 1,000 rounds. It changes and records nothing.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        Described(group.MapPost("thresholds/proposals", ProposeAsync))
            .WithName("proposeThresholds").WithSummary("Proposes thresholds; what is left out stays. Somebody else must approve within 24 hours.");
        Described(group.MapPost("thresholds/proposals/{id:guid}/approve", ApproveAsync))
            .WithName("approveThresholds").WithSummary("Approves thresholds that somebody else proposed: they decide from the next round on.");
        Described(group.MapPost("thresholds/proposals/{id:guid}/decline", DeclineAsync))
            .WithName("declineThresholds").WithSummary("Ends a proposal.");

        static RouteHandlerBuilder Described(RouteHandlerBuilder command) =>
            command.ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<ThresholdsView> ReadAsync(
        ThresholdDesk thresholds, RulesInForce rules, TimeProvider time, CancellationToken cancellationToken) =>
        ThresholdsView.Of(rules, await thresholds.ReadAsync(cancellationToken), time.GetUtcNow());

    private static async Task<Results<Ok<ThresholdTrialView>, ProblemHttpResult>> TryAsync(
        ThresholdValues body, ThresholdDesk thresholds, RuleSet rules, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        return body.ToSet(rules, faults) is { } asked
            ? TypedResults.Ok(ThresholdTrialView.Of(await thresholds.TryAsync(asked, cancellationToken)))
            : Problems.Invalid(faults);
    }

    private static async Task<Results<Accepted<ThresholdProposalView>, ProblemHttpResult>> ProposeAsync(
        ProposalRequest body, HttpContext context, OperatorDesk desk, RuleSet rules, TimeProvider time)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var draft = Draft(CommandKind.ProposeThresholds, body.CommandId, body.Reason, faults);
        var asked = body.Thresholds?.ToSet(rules, faults);
        if (body.Thresholds is null)
            faults["thresholds"] = ["'thresholds' is missing: accepted is an object with those that are to change."];
        if (faults.Count > 0)
            return Problems.Invalid(faults);

        var (proposal, problem) = await SubmitAsync(draft with { Thresholds = asked }, null, new Call(context, desk, time));
        return proposal is not null ? TypedResults.Accepted((string?)null, proposal) : problem!;
    }

    private static Task<Results<Ok<ThresholdProposalView>, ProblemHttpResult>> ApproveAsync(
        Guid id, ProposalAnswerRequest body, HttpContext context, OperatorDesk desk, TimeProvider time) =>
        AnswerAsync(CommandKind.ApproveThresholds, id, body, new Call(context, desk, time));

    private static Task<Results<Ok<ThresholdProposalView>, ProblemHttpResult>> DeclineAsync(
        Guid id, ProposalAnswerRequest body, HttpContext context, OperatorDesk desk, TimeProvider time) =>
        AnswerAsync(CommandKind.DeclineThresholds, id, body, new Call(context, desk, time));

    private static async Task<Results<Ok<ThresholdProposalView>, ProblemHttpResult>> AnswerAsync(
        CommandKind kind, Guid id, ProposalAnswerRequest body, Call call)
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var draft = Draft(kind, body.CommandId, body.Reason, faults) with { RequestId = id };
        if (faults.Count > 0)
            return Problems.Invalid(faults);

        var (proposal, problem) = await SubmitAsync(draft, body.Password, call);
        return proposal is not null ? TypedResults.Ok(proposal) : problem!;
    }

    // One of both.
    private static async Task<(ThresholdProposalView? Proposal, ProblemHttpResult? Problem)> SubmitAsync(
        CommandDraft draft, string? password, Call call) =>
        await call.Desk.SubmitAsync(call.Context.User, draft, password, call.Context.RequestAborted) switch
        {
            DeskResult.Answered { Answer: { Status: not CommandStatus.Refused, Proposal: { } proposal } } =>
                (ThresholdProposalView.Of(proposal), null),
            DeskResult.Answered { Answer: var answer } => (null, CommandAnswers.Refused(answer, call.Context, call.Time)),
            var other => (null, DeskProblems.Of(other, draft.CommandId)),
        };

    private static CommandDraft Draft(
        CommandKind kind, string? commandId, string? reason, Dictionary<string, string[]> faults)
    {
        var id = CommandReader.CommandId(commandId, faults);
        if (ReasonText.FindFault(reason) is { } fault)
            faults["reason"] = [fault];
        return CommandDraft.ForNoBreaker(id, kind, Scope.System, reason ?? string.Empty);
    }

    private sealed record Call(HttpContext Context, OperatorDesk Desk, TimeProvider Time);
}
