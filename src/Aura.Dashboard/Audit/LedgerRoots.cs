using System.Globalization;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Audit;

/// <summary>Grows the Merkle tree from the entries themselves, and compares it with the stored one and every checkpoint.</summary>
internal sealed class LedgerRoots(
    ILedgerArchive archive, ILedgerTree tree, ILedgerIdentity identities, ICheckpointArchive checkpoints)
{
    private const int Batch = 500;

    /// <summary>The first root that is not that of the entries, in one sentence; null when all are.</summary>
    public async Task<string?> FindFaultAsync(long size, CancellationToken cancellationToken)
    {
        var nodes = await GrowAsync(size, cancellationToken);
        if (size > 0 && await tree.RootAsync(size, cancellationToken) != MerkleTree.Root(size, node => nodes[node]))
            return "The stored tree is not that of the entries.";

        foreach (var identity in await identities.AllAsync(cancellationToken))
            foreach (var note in await checkpoints.BetweenAsync(identity.Origin, 1, size, cancellationToken))
            {
                var checkpoint = Checkpoint.Parse(note.Text);
                if (MerkleTree.Root(checkpoint.Size, node => nodes[node]) != checkpoint.Root)
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"The checkpoint of {checkpoint.Origin} over {checkpoint.Size} entries commits to other entries.");
            }

        return null;
    }

    private async Task<Dictionary<MerkleNode, Digest>> GrowAsync(long size, CancellationToken cancellationToken)
    {
        var nodes = new Dictionary<MerkleNode, Digest>();
        long grown = 0;
        while (grown < size && await archive.AfterAsync(grown, Batch, cancellationToken) is { Count: > 0 } entries)
            foreach (var entry in entries)
                foreach (var (node, hash) in MerkleTree.Append(grown++, MerkleTree.LeafHash(entry.Bytes.Span), node => nodes[node]))
                    nodes[node] = hash;
        return nodes;
    }
}
