using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Rounds;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary>
/// <c>GET ledger</c>, <c>GET ledger/checkpoint</c> and <c>GET evidence/{roundNumber}</c>: exact bytes, so that a client
/// can follow the chain and decide again without trusting this host.
/// </summary>
internal static class LedgerEndpoints
{
    public static void MapLedger(this RouteGroupBuilder group)
    {
        group.MapGet("ledger", ListAsync)
            .WithName("listLedger").WithSummary("Ledger entries in order; 'after' is exclusive.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("ledger/checkpoint", CheckpointAsync)
            .WithName("getCheckpoint").WithSummary("The end of the ledger, and its latest signed checkpoint.");
        group.MapGet("evidence/{roundNumber}", EvidenceAsync)
            .WithName("getEvidence").WithSummary("Everything that decides a round again.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<IReadOnlyList<LedgerEntryView>>, ProblemHttpResult>> ListAsync(
        string? after, string? limit, ILedgerArchive archive, CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        int most = query.Limit(limit);
        long below = query.SequenceAfter(after);
        if (query.Problem() is { } problem)
            return problem;

        var entries = await archive.AfterAsync(below, most, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<LedgerEntryView>>([.. entries.Select(LedgerEntryView.Of)]);
    }

    private static async Task<Ok<CheckpointView>> CheckpointAsync(
        ILedgerArchive archive, ILedgerIdentity identities, ICheckpointArchive checkpoints,
        CancellationToken cancellationToken)
    {
        var identity = await identities.CurrentAsync(cancellationToken);
        return TypedResults.Ok(CheckpointView.Of(
            await archive.HeadAsync(cancellationToken), await checkpoints.LatestAsync(identity.Origin, cancellationToken)));
    }

    private static async Task<Results<Ok<EvidenceView>, ProblemHttpResult>> EvidenceAsync(
        string roundNumber, ILedgerArchive archive, CancellationToken cancellationToken)
    {
        if (RoundsEndpoints.Named(roundNumber) is not { } round
            || await archive.OfRoundAsync(round, cancellationToken) is not { } stored)
            return RoundsEndpoints.NotDecided(roundNumber);

        var entry = LedgerEntry.Parse(stored.Bytes.Span);
        var outcome = entry.Outcome ?? throw new InvalidOperationException($"Entry {entry.Sequence} has no report.");
        var evidence = await archive.DocumentAsync(entry.Evidence, cancellationToken);
        var bodies = await archive.BodiesAsync(RoundEvidence.Parse(evidence.Span).Bodies, cancellationToken);
        return TypedResults.Ok(new EvidenceView(
            round.Value, LedgerEntryView.Of(stored),
            new DocumentView(
                entry.Configuration.Hex, await archive.RuleSetDocumentAsync(entry.Configuration, cancellationToken)),
            new DocumentView(entry.Evidence.Hex, evidence),
            new DocumentView(outcome.Hex, await archive.DocumentAsync(outcome, cancellationToken)),
            [.. bodies.OrderBy(body => body.Hash.Hex, StringComparer.Ordinal)
                .Select(body => new DocumentView(body.Hash.Hex, body.Bytes))]));
    }
}
