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

    // Each place is a condition of one statement, and a statement may be only so deep.
    private const int PlacesAtOnce = 100;

    /// <summary>The first node or checkpoint that is not that of the entries, in one sentence; null when all are.</summary>
    public async Task<string?> FindFaultAsync(long size, CancellationToken cancellationToken)
    {
        // Read before the ledger's end: what commits to entries is never there before them, also while it grows.
        long leaves = await tree.SizeAsync(cancellationToken);
        var signed = (await checkpoints.AllAsync(cancellationToken)).Select(note => Checkpoint.Parse(note.Text)).ToList();
        long end = (await archive.HeadAsync(cancellationToken))?.Sequence ?? 0;
        if (leaves > end)
            return string.Create(
                CultureInfo.InvariantCulture, $"The stored tree has {leaves} leaves, and the ledger only {end} entries.");

        var nodes = await GrowAsync(size, cancellationToken);
        foreach (var places in nodes.Keys.Chunk(PlacesAtOnce))
        {
            var stored = await tree.NodesAsync(places, cancellationToken);
            if (places.Any(place => !stored.TryGetValue(place, out var hash) || hash != nodes[place]))
                return "The stored tree is not that of the entries.";
        }

        var names = await identities.AllAsync(cancellationToken);
        if (names is not [{ FromSequence: 1 }, ..])
            return "The ledger has lost the name that it began with.";
        var origins = names.Select(name => name.Origin).ToHashSet(StringComparer.Ordinal);
        return signed.Select(checkpoint => FindFault(checkpoint, origins, end, size, nodes)).FirstOrDefault(fault => fault is not null);
    }

    private static string? FindFault(
        Checkpoint checkpoint, HashSet<string> origins, long end, long size, Dictionary<MerkleNode, Digest> nodes)
    {
        string? fault = !origins.Contains(checkpoint.Origin)
            ? "names another ledger"
            : checkpoint.Size > end
                ? "commits to entries that are missing"
                // One over entries that came since is for the next time.
                : checkpoint.Size <= size && MerkleTree.Root(checkpoint.Size, node => nodes[node]) != checkpoint.Root
                    ? "commits to other entries"
                    : null;
        return fault is null
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The checkpoint of {checkpoint.Origin} over {checkpoint.Size} entries {fault}.");
    }

    private async Task<Dictionary<MerkleNode, Digest>> GrowAsync(long size, CancellationToken cancellationToken)
    {
        var nodes = new Dictionary<MerkleNode, Digest>();
        long grown = 0;
        while (grown < size && await archive.AfterAsync(grown, Batch, cancellationToken) is { Count: > 0 } entries)
            foreach (var entry in entries.Where(entry => entry.Sequence <= size))
                foreach (var (node, hash) in MerkleTree.Append(grown++, MerkleTree.LeafHash(entry.Bytes.Span), node => nodes[node]))
                    nodes[node] = hash;
        return nodes;
    }
}
