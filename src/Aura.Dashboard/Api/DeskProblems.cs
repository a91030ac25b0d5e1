using System.Diagnostics;
using Aura.Dashboard.Operators;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary>Why the desk did not hand a command to the engine, or got no answer, as an answer over HTTP.</summary>
internal static class DeskProblems
{
    public static ProblemHttpResult Of(DeskResult result, Guid commandId) => result switch
    {
        DeskResult.KnownIdWithAnotherBody => TypedResults.Problem(
            statusCode: StatusCodes.Status422UnprocessableEntity, title: "The command id is taken.",
            detail: $"'commandId' {commandId} already stands for another command; a new command needs a new id."),
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
