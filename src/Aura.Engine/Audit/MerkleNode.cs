using System.Runtime.InteropServices;

namespace Aura.Engine.Audit;

/// <summary>
/// The place of a complete subtree: level ℓ and index i cover the leaves i·2^ℓ up to, but not, (i+1)·2^ℓ. Level 0 holds
/// the leaves; the leaf of an entry has the index of its sequence minus one.
/// </summary>
/// <param name="Level">0 for leaves.</param>
/// <param name="Index">Counted from 0 within the level.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MerkleNode(int Level, long Index)
{
    /// <summary>The node that covers this one and its sibling.</summary>
    public MerkleNode Parent => new(Level + 1, Index >> 1);

    /// <summary>The node beside this one below the same parent.</summary>
    public MerkleNode Sibling => this with { Index = Index ^ 1 };

    /// <summary>Whether the node is the right one below its parent.</summary>
    public bool IsRight => (Index & 1) == 1;
}
