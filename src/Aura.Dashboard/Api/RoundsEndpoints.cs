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
    private const int DefaultLimit = 50;
    private const int LargestLimit = 500;

    public static void MapRounds(this RouteGroupBuilder group)
    {
        group.MapGet("rounds", ListAsync);
        group.MapGet("rounds/{number:long}", FindAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<RoundView>>, ProblemHttpResult>> ListAsync(
        string? before, string? limit, IRoundHistory history, RoundExplainer explainer, TimeProvider time,
        CancellationToken cancellationToken)
    {
        // As text: the framework answers what is no number with the name of a .NET type.
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (!TryRead(limit, DefaultLimit, LargestLimit, out long most))
            faults["limit"] = [$"'limit' is '{limit}': accepted are 1 to {LargestLimit}."];
        if (!TryRead(before, long.MaxValue, long.MaxValue, out long above))
            faults["before"] = [$"'before' is '{before}': accepted is a round number from 1 on."];
        if (faults.Count > 0)
            return Problems.Invalid(faults);

        var reports = await history.BeforeAsync(new RoundNumber(above), (int)most, cancellationToken);
        var now = time.GetUtcNow();
        var views = new List<RoundView>(reports.Count);
        foreach (var report in reports)
            views.Add(RoundView.Of(report, now, await explainer.ExplainAsync(report, cancellationToken)));
        return TypedResults.Ok<IReadOnlyList<RoundView>>(views);
    }

    private static bool TryRead(string? text, long absent, long largest, out long value)
    {
        value = absent;
        return text is null
            || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)
                && value >= 1 && value <= largest);
    }

    private static async Task<Results<Ok<RoundView>, ProblemHttpResult>> FindAsync(
        long number, IRoundHistory history, RoundExplainer explainer, TimeProvider time,
        CancellationToken cancellationToken) =>
        await history.FindAsync(new RoundNumber(number), cancellationToken) is { } report
            ? TypedResults.Ok(RoundView.Of(
                report, time.GetUtcNow(), await explainer.ExplainAsync(report, cancellationToken)))
            : TypedResults.Problem(
                statusCode: StatusCodes.Status404NotFound, title: "No such round.",
                detail: $"Round {number} was not decided.");
}
