using System.Globalization;
using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Publishing.Live.Views;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary><c>GET rounds</c> and <c>GET rounds/{number}</c>.</summary>
internal static class RoundsEndpoints
{
    public static void MapRounds(this RouteGroupBuilder group)
    {
        group.MapGet("rounds", ListAsync)
            .WithName("listRounds").WithSummary("Decided rounds, newest first; 'before' is exclusive.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("rounds/{number}", FindAsync)
            .WithName("getRound").WithSummary("One decided round.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The round that a path names, or null. What is no number names no round.</summary>
    public static RoundNumber? Named(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? new RoundNumber(number)
            : null;

    public static ProblemHttpResult NotDecided(string number) =>
        TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound, title: "No such round.",
            detail: $"Round '{number}' was not decided.");

    private static async Task<Results<Ok<IReadOnlyList<RoundView>>, ProblemHttpResult>> ListAsync(
        string? before, string? limit, IRoundHistory history, RoundExplainer explainer, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        int most = query.Limit(limit);
        long above = query.RoundBefore(before);
        if (query.Problem() is { } problem)
            return problem;

        var reports = await history.BeforeAsync(new RoundNumber(above), most, cancellationToken);
        var now = time.GetUtcNow();
        var views = new List<RoundView>(reports.Count);
        foreach (var report in reports)
            views.Add(RoundView.Of(report, now, await explainer.ExplainAsync(report, cancellationToken)));
        return TypedResults.Ok<IReadOnlyList<RoundView>>(views);
    }

    private static async Task<Results<Ok<RoundView>, ProblemHttpResult>> FindAsync(
        string number, IRoundHistory history, RoundExplainer explainer, TimeProvider time,
        CancellationToken cancellationToken) =>
        Named(number) is { } round && await history.FindAsync(round, cancellationToken) is { } report
            ? TypedResults.Ok(RoundView.Of(
                report, time.GetUtcNow(), await explainer.ExplainAsync(report, cancellationToken)))
            : NotDecided(number);
}
