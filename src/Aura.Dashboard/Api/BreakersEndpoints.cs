using System.Security.Claims;
using Aura.Dashboard.Operators;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary><c>GET breakers</c>, what commands to them will do, and the commands.</summary>
internal static class BreakersEndpoints
{
    // What a person can be shown before they decide; approving and declining are shown by their request.
    private static readonly IReadOnlyDictionary<string, CommandKind> Previewed = new Dictionary<string, CommandKind>(StringComparer.Ordinal)
    {
        ["trip"] = CommandKind.Trip,
        ["reset"] = CommandKind.Reset,
        ["approve"] = CommandKind.Approve,
        ["decline"] = CommandKind.Decline,
        ["break-glass"] = CommandKind.BreakGlass,
        ["review"] = CommandKind.Review,
    };

    public static void MapBreakers(this RouteGroupBuilder group)
    {
        group.MapGet("breakers", (RoundFeed feed) => feed.Current.Breakers.Select(BreakerView.Of).ToList())
            .WithName("listBreakers").WithSummary("Every breaker: SYSTEM first, then the assets.");
        group.MapGet("breakers/{scope}/preview", Preview)
            .WithName("previewCommand").WithSummary("What a command would do now, in sentences, and their digest.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        group.MapGet("breakers/commands/{commandId:guid}", FindAsync)
            .WithName("findCommand").WithSummary("What became of a command of your own whose answer was lost.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        Map("trip", CommandKind.Trip).WithName("tripBreaker")
            .WithSummary("Opens a breaker until a person resets it.");
        Map("reset", CommandKind.Reset).WithName("resetBreaker")
            .WithSummary("Half-opens a breaker, or asks a second person to: then 202.");

        MapRequest("approve", CommandKind.Approve).WithName("approveReset")
            .WithSummary("Carries out the reset that somebody else asked for.");
        MapRequest("decline", CommandKind.Decline).WithName("declineReset")
            .WithSummary("Closes a request to reset.");

        Map("break-glass", CommandKind.BreakGlass).WithName("breakGlass")
            .WithSummary("Half-opens a breaker alone where two people are needed, in an emergency; somebody else reviews it.");
        MapNamed("break-glass/{id:guid}/review", CommandKind.Review).WithName("reviewBreakGlass")
            .WithSummary("Ends the notice of a break-glass reset that somebody else made.");

        RouteHandlerBuilder Map(string verb, CommandKind kind) => Described(group.MapPost(
            $"breakers/{{scope}}/{verb}",
            (string scope, CommandRequest body, HttpContext context, OperatorDesk desk, RuleSet rules, TimeProvider time) =>
                SubmitAsync(kind, scope, null, body, new Call(context, desk, rules, time))));

        RouteHandlerBuilder MapRequest(string verb, CommandKind kind) => MapNamed($"requests/{{id:guid}}/{verb}", kind);

        RouteHandlerBuilder MapNamed(string path, CommandKind kind) => Described(group.MapPost(
            $"breakers/{{scope}}/{path}",
            (string scope, Guid id, CommandRequest body, HttpContext context, OperatorDesk desk, RuleSet rules,
                    TimeProvider time) =>
                SubmitAsync(kind, scope, id, body, new Call(context, desk, rules, time))));

        static RouteHandlerBuilder Described(RouteHandlerBuilder command) =>
            command.ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status403Forbidden)
                .ProducesProblem(StatusCodes.Status404NotFound)
                .ProducesProblem(StatusCodes.Status409Conflict)
                .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
                .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<PreviewView>, ProblemHttpResult> Preview(
        string scope, string? command, CommandPreviews previews, RuleSet rules)
    {
        if (Find(scope, rules) is not { } known)
            return UnknownScope(scope, rules);
        if (command is not null && Previewed.TryGetValue(command, out var kind))
            return TypedResults.Ok(PreviewView.Of(previews.Of(kind, known), command));

        var query = new QueryReader();
        query.Refuse("command", $"'command' is '{command}': accepted are {string.Join(", ", Previewed.Keys)}.");
        return query.Problem()!;
    }

    private static async Task<Results<Ok<CommandAnswerView>, ProblemHttpResult>> FindAsync(
        Guid commandId, ClaimsPrincipal person, ICommandAnswers answers, CancellationToken cancellationToken) =>
        await answers.FindAsync(commandId, person.FindFirstValue(ClaimTypes.NameIdentifier) ?? string.Empty, cancellationToken) is { } answer
            ? TypedResults.Ok(CommandAnswerView.Of(answer))
            // One sentence for both: nobody learns of commands of others by guessing.
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound, title: "No such command.",
                detail: $"No answer to a command {commandId} of yours is recorded.");

    private static async Task<Results<Ok<CommandResponse>, Accepted<ApprovalRequestedResponse>, ProblemHttpResult>> SubmitAsync(
        CommandKind kind, string scopeName, Guid? request, CommandRequest body, Call call)
    {
        if (Find(scopeName, call.Rules) is not { } scope)
            return UnknownScope(scopeName, call.Rules);
        if (CommandReader.Read(kind, scope, body, out var faults) is not { } draft)
            return Problems.Invalid(faults);

        return await call.Desk.SubmitAsync(
            call.Context.User, draft with { RequestId = request }, body.Password, call.Context.RequestAborted) switch
        {
            DeskResult.Answered answered => CommandAnswers.Of(answered.Answer, call.Context, call.Time),
            var other => DeskProblems.Of(other, draft.CommandId),
        };
    }

    private static Scope? Find(string name, RuleSet rules) =>
        rules.Scopes.FirstOrDefault(known => string.Equals(known.Value, name, StringComparison.Ordinal));

    private static ProblemHttpResult UnknownScope(string name, RuleSet rules) => CommandAnswers.Refused(
        StatusCodes.Status404NotFound, BreakerRefusal.UnknownScope,
        $"There is no breaker '{name}'. There are {string.Join(", ", rules.Scopes)}.");

    private sealed record Call(HttpContext Context, OperatorDesk Desk, RuleSet Rules, TimeProvider Time);
}
