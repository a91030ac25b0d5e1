using System.Collections.Immutable;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Asks the engine's pure functions twice: first to learn which nodes they want, then, with those nodes read in one
/// statement, for the answer. Which nodes are wanted depends on sizes only, never on hashes.
/// </summary>
internal sealed class LedgerTree(IDbContextFactory<AuraDbContext> contexts) : ILedgerTree
{
    public async Task<long> SizeAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MerkleNodes.AsNoTracking()
            .Where(node => node.Level == 0)
            .MaxAsync(node => (long?)node.Index, cancellationToken) + 1 ?? 0;
    }

    public async Task<IReadOnlyDictionary<MerkleNode, Digest>> NodesAsync(
        IReadOnlyCollection<MerkleNode> places, CancellationToken cancellationToken)
    {
        using var statements = await Statements.OpenAsync(contexts, cancellationToken);
        return (await MerkleStore.ReadAsync(statements, places, cancellationToken)).All;
    }

    public Task<Digest> RootAsync(long size, CancellationToken cancellationToken) =>
        AskAsync(nodes => MerkleTree.Root(size, nodes), cancellationToken);

    public Task<ImmutableArray<Digest>> InclusionAsync(long index, long size, CancellationToken cancellationToken) =>
        AskAsync(nodes => MerkleTree.InclusionProof(index, size, nodes), cancellationToken);

    public Task<ImmutableArray<Digest>> ConsistencyAsync(long oldSize, long size, CancellationToken cancellationToken) =>
        AskAsync(nodes => MerkleTree.ConsistencyProof(oldSize, size, nodes), cancellationToken);

    private async Task<T> AskAsync<T>(Func<Func<MerkleNode, Digest>, T> ask, CancellationToken cancellationToken)
    {
        var wanted = new HashSet<MerkleNode>();
        ask(node =>
        {
            wanted.Add(node);
            return MerkleTree.EmptyRoot;
        });

        using var statements = await Statements.OpenAsync(contexts, cancellationToken);
        return ask((await MerkleStore.ReadAsync(statements, wanted, cancellationToken)).GetValueOrThrow);
    }
}
