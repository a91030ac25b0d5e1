namespace Aura.Dashboard.Storage.Rows;

/// <summary>A complete subtree of the ledger's Merkle tree, leaves included. Never rewritten: such a subtree never changes.</summary>
internal sealed class MerkleNodeRow
{
    public int Level { get; init; }

    public long Index { get; init; }

    public required byte[] Hash { get; init; }
}
