using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Verification;

namespace Aura.Testing;

/// <summary>A bundle of a ledger in memory, written as the host writes one.</summary>
public sealed class TestBundle(IReadOnlyList<Commit> ledger, LedgerKey key)
{
    private const int CheckpointEvery = 20;

    private readonly Dictionary<MerkleNode, Digest> _nodes = [];
    private readonly List<Digest> _leaves = [];

    /// <summary>The archive of the entries from one sequence to another; the ledger may be longer.</summary>
    public async Task<byte[]> WriteAsync(int first, int last, CancellationToken cancellationToken)
    {
        Grow();
        var entries = ledger.Skip(first - 1).Take(last - first + 1).ToList();
        using var archive = new MemoryStream();
        await using (var writer = new BundleWriter(archive))
        {
            await writer.WriteAsync(BundleNames.Readme, "A bundle of a test.\n"u8.ToArray(), cancellationToken);
            var state = first == 1 ? Redecision.Genesis(ledger[0].Entry.Entry) : ledger[first - 2].State;
            await writer.WriteAsync(BundleNames.State, state.ToBytes(), cancellationToken);
            await writer.WriteLinesAsync(BundleNames.Entries, Each(entries.Select(commit => commit.Entry.Bytes)), cancellationToken);
            await writer.WriteLinesAsync(BundleNames.Documents, Each(entries.SelectMany(Documents)), cancellationToken);
            await writer.WriteLinesAsync(
                BundleNames.RuleSets,
                Each(entries.Select(commit => commit.Rules).DistinctBy(rules => rules.ToDigest()).Select(rules => (ReadOnlyMemory<byte>)rules.ToBytes())),
                cancellationToken);
            await writer.WriteLinesAsync(BundleNames.Bodies, Each(Bodies(entries)), cancellationToken);
            int checkpoints = await WriteCheckpointsAsync(writer, first, last, cancellationToken);
            await writer.SealAsync(
                new BundleManifest(
                    LedgerKey.Origin, first, last, checkpoints, [key.Public.ToString()],
                    entries[0].Rules.Market.Mode is not MarketMode.Live, Standard.Start, "auditor-1", []),
                text => ValueTask.FromResult(key.Sign(text)),
                cancellationToken);
        }

        return archive.ToArray();
    }

    private async Task<int> WriteCheckpointsAsync(BundleWriter writer, int first, int last, CancellationToken cancellationToken)
    {
        List<int> sizes =
            [.. Enumerable.Range(first, ledger.Count - first + 1).Where(size => size % CheckpointEvery == 0 && size < last), ledger.Count];
        int place = 0;
        SignedNote note = null!;
        foreach (int size in sizes)
        {
            note = key.Sign(new Checkpoint(LedgerKey.Origin, size, MerkleTree.Root(size, Node)).ToString());
            await writer.WriteAsync(BundleNames.Checkpoint(++place), note.ToBytes(), cancellationToken);
            if (place > 1)
                await writer.WriteAsync(
                    BundleNames.Consistency(place),
                    new ConsistencyProof(sizes[place - 2], MerkleTree.ConsistencyProof(sizes[place - 2], size, Node), note).ToBytes(),
                    cancellationToken);
        }

        foreach (var (name, sequence) in ((string, int)[])[(BundleNames.FirstProof, first), (BundleNames.LastProof, last)])
            await writer.WriteAsync(
                name,
                new InclusionProof(sequence - 1, MerkleTree.InclusionProof(sequence - 1, ledger.Count, Node), note).ToBytes(),
                cancellationToken);
        return sizes.Count;
    }

    private void Grow()
    {
        foreach (var commit in ledger.Skip(_leaves.Count))
        {
            var leaf = MerkleTree.LeafHash(commit.Entry.Bytes.Span);
            foreach (var (node, hash) in MerkleTree.Append(_leaves.Count, leaf, Node))
                _nodes.Add(node, hash);
            _leaves.Add(leaf);
        }
    }

    private Digest Node(MerkleNode node) => _nodes[node];

    private static IEnumerable<ReadOnlyMemory<byte>> Documents(Commit commit) =>
        commit.Outcome.IsEmpty ? [commit.Evidence] : [commit.Evidence, commit.Outcome];

    private static IEnumerable<ReadOnlyMemory<byte>> Bodies(IEnumerable<Commit> entries) =>
        entries.OfType<Commit.OfRound>()
            .SelectMany(round => RoundEvidence.Parse(round.Evidence.Span).Bodies.Select(hash => round.Bodies.First(body => body.Hash == hash)))
            .DistinctBy(body => body.Hash)
            .Select(body => (ReadOnlyMemory<byte>)BundleBody.Of(body.Hash, body.Bytes.Span).ToBytes());

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> Each(IEnumerable<ReadOnlyMemory<byte>> lines)
    {
        await Task.CompletedTask;
        foreach (var line in lines)
            yield return line;
    }
}
