using Aura.Dashboard.Storage;
using Aura.Dashboard.Storage.Rows;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Benchmarks;

/// <summary>The rows of a notice as Entity Framework writes them: one context, one SaveChanges and one commit for each entry.</summary>
internal sealed class EfAppend(IDbContextFactory<AuraDbContext> contexts)
{
    private readonly Dictionary<MerkleNode, Digest> _nodes = [];

    /// <summary>Hashed and rendered before any clock runs.</summary>
    public (StateRow State, IReadOnlyList<object> New) Of(Commit commit)
    {
        var entry = commit.Entry;
        long sequence = entry.Entry.Sequence;
        byte[] state = commit.State.ToBytes();
        List<object> rows =
        [
            new LedgerRow { Sequence = sequence, Hash = entry.Hash.Hex, Bytes = entry.Bytes.ToArray() },
            new DocumentRow { Digest = entry.Entry.Evidence.Hex, Bytes = commit.Evidence.ToArray() },
        ];
        foreach (var (node, hash) in MerkleTree.Append(sequence - 1, MerkleTree.LeafHash(entry.Bytes.Span), node => _nodes[node]))
        {
            _nodes.Add(node, hash);
            rows.Add(new MerkleNodeRow { Level = node.Level, Index = node.Index, Hash = hash.ToBytes() });
        }

        if (sequence % StateArchive.Period == 0)
            rows.Add(new StateSnapshotRow { Sequence = sequence, Bytes = state });
        return (new StateRow { Id = StateRow.OnlyId, Sequence = sequence, Hash = entry.Hash.Hex, Bytes = state }, rows);
    }

    public async Task AppendAsync((StateRow State, IReadOnlyList<object> New) rows)
    {
        await using var context = await contexts.CreateDbContextAsync();
        context.Update(rows.State);
        context.AddRange(rows.New);
        await context.SaveChangesAsync();
    }
}
