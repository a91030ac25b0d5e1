using System.Text;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Aura.Dashboard.Api;

/// <summary>
/// <c>GET ledger/proof</c> and <c>GET ledger/consistency</c>: proofs about the latest checkpoint, as texts that other
/// programs read (C2SP tlog-proof and tlog-witness).
/// </summary>
internal static class ProofEndpoints
{
    private const string Text = "text/plain";

    public static void MapProofs(this RouteGroupBuilder group)
    {
        group.MapGet("ledger/proof", InclusionAsync)
            .WithName("getInclusionProof").WithSummary("That an entry is in the ledger of a signed checkpoint.")
            .Produces<string>(StatusCodes.Status200OK, Text).ProducesProblem(StatusCodes.Status400BadRequest);
        group.MapGet("ledger/consistency", ConsistencyAsync)
            .WithName("getConsistencyProof").WithSummary("That the latest checkpoint extends one of an earlier size.")
            .Produces<string>(StatusCodes.Status200OK, Text).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> InclusionAsync(
        string? sequence, ILedgerTree tree, ICheckpoints checkpoints, CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        long wanted = query.Within("sequence", sequence, await tree.SizeAsync(cancellationToken));
        if (query.Problem() is { } problem)
            return problem;

        var note = await checkpoints.RequireAsync(wanted, cancellationToken);
        long size = Checkpoint.Parse(note.Text).Size;
        var hashes = await tree.InclusionAsync(wanted - 1, size, cancellationToken);
        return TypedResults.Text(new InclusionProof(wanted - 1, hashes, note).ToString(), Text, Encoding.UTF8);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ConsistencyAsync(
        string? size, ILedgerTree tree, ICheckpoints checkpoints, CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        long known = query.Within("size", size, await tree.SizeAsync(cancellationToken));
        if (query.Problem() is { } problem)
            return problem;

        var note = await checkpoints.RequireAsync(known, cancellationToken);
        var hashes = await tree.ConsistencyAsync(known, Checkpoint.Parse(note.Text).Size, cancellationToken);
        return TypedResults.Text(new ConsistencyProof(known, hashes, note).ToString(), Text, Encoding.UTF8);
    }
}
