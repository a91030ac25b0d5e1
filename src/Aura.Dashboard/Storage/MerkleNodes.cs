using Aura.Engine.Audit;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Storage;

/// <summary>Nodes of the tree as they were read.</summary>
internal sealed class MerkleNodes
{
    private readonly Dictionary<MerkleNode, Digest> _hashes = [];

    public IReadOnlyDictionary<MerkleNode, Digest> All => _hashes;

    public void Add(MerkleNode node, Digest hash) => _hashes.Add(node, hash);

    /// <exception cref="InvalidDataException">It is not stored, although every complete subtree is.</exception>
    public Digest GetValueOrThrow(MerkleNode node) =>
        _hashes.TryGetValue(node, out var hash)
            ? hash
            : throw new InvalidDataException(
                $"The ledger's tree lacks the node {node.Index} of level {node.Level}: the database was altered.");
}
