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
            .Produces<string>(StatusCodes.Status200OK, Text).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        group.MapGet("ledger/consistency", ConsistencyAsync)
            .WithName("getConsistencyProof").WithSummary("That the latest checkpoint extends one of an earlier size.")
            .Produces<string>(StatusCodes.Status200OK, Text).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> InclusionAsync(
        string? sequence, ILedgerTree tree, ICheckpoints checkpoints, CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        long wanted = query.Within("sequence", sequence, await tree.SizeAsync(cancellationToken));
        if (query.Problem() is { } problem)
            return problem;

        return await AnswerAsync(wanted, checkpoints, async note =>
        {
            var hashes = await tree.InclusionAsync(wanted - 1, Checkpoint.Parse(note.Text).Size, cancellationToken);
            return new InclusionProof(wanted - 1, hashes, note).ToString();
        }, cancellationToken);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ConsistencyAsync(
        string? size, ILedgerTree tree, ICheckpoints checkpoints, CancellationToken cancellationToken)
    {
        var query = new QueryReader();
        long present = await tree.SizeAsync(cancellationToken);
        long known = query.Within("size", size, present);
        if (query.Problem() is { } problem)
            return problem;

        return await AnswerAsync(present, checkpoints, async note =>
        {
            var hashes = await tree.ConsistencyAsync(known, Checkpoint.Parse(note.Text).Size, cancellationToken);
            return new ConsistencyProof(known, hashes, note).ToString();
        }, cancellationToken);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> AnswerAsync(
        long sequence, ICheckpoints checkpoints, Func<SignedNote, Task<string>> prove, CancellationToken cancellationToken)
    {
        try
        {
            var note = await checkpoints.RequireAsync(sequence, cancellationToken);
            return TypedResults.Text(await prove(note), Text, Encoding.UTF8);
        }
        catch (InvalidDataException exception)
        {
            return TypedResults.Problem(
                exception.Message, statusCode: StatusCodes.Status409Conflict, title: "Nothing can be proved about this ledger.");
        }
    }
}
