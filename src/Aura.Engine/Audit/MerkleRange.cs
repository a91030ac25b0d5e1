using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>
/// Leaves without a gap, proved together: what stands left of them comes from the inclusion proof of the first leaf, what
/// stands right of them from that of the last, and the root follows from all of them.
/// </summary>
public static class MerkleRange
{
    /// <summary>The root that a tree of a size has if these are its leaves from an index on; null when the proofs do not fit.</summary>
    /// <param name="leaves">The hashes of the leaves, at least one.</param>
    /// <param name="first">The index of the first of them.</param>
    /// <param name="size">The size of the tree.</param>
    /// <param name="firstProof">The inclusion proof of the first leaf in that tree.</param>
    /// <param name="lastProof">The inclusion proof of the last leaf in that tree.</param>
    public static Digest? Root(
        IReadOnlyList<Digest> leaves, long first, long size, ImmutableArray<Digest> firstProof,
        ImmutableArray<Digest> lastProof)
    {
        if (leaves.Count == 0 || first < 0 || first + leaves.Count > size)
            return null;

        var left = Siblings(first, size, firstProof, 0);
        var right = Siblings(first + leaves.Count - 1, size, lastProof, 1);
        return left is null || right is null
            ? null
            : Subtree(0, size);

        Digest? Subtree(long begin, long end)
        {
            if (end <= first)
                return left.TryGetValue((begin, end), out var before) ? before : null;
            if (begin >= first + leaves.Count)
                return right.TryGetValue((begin, end), out var behind) ? behind : null;
            if (end - begin == 1)
                return leaves[(int)(begin - first)];

            long middle = begin + MerkleTree.Split(end - begin);
            return Subtree(begin, middle) is { } one && Subtree(middle, end) is { } other
                ? MerkleTree.NodeHash(one, other)
                : null;
        }
    }

    // The subtrees beside the path from the root to a leaf, on one side of it; a proof names them from the leaf upwards.
    private static Dictionary<(long Begin, long End), Digest>? Siblings(
        long index, long size, ImmutableArray<Digest> proof, int side)
    {
        var found = new Dictionary<(long, long), Digest>();
        var (begin, end) = (0L, size);
        int step = proof.Length;
        while (end - begin > 1)
        {
            if (--step < 0)
                return null;
            long middle = begin + MerkleTree.Split(end - begin);
            var sibling = index < middle ? (middle, end) : (begin, middle);
            if ((index < middle) == (side == 1))
                found[sibling] = proof[step];
            (begin, end) = index < middle ? (begin, middle) : (middle, end);
        }

        return step == 0 ? found : null;
    }
}
