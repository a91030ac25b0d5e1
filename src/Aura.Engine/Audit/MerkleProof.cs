using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>Checks proofs about the Merkle tree with nothing but the hashes in them (RFC 9162 §2.1.3.2 and §2.1.4.2).</summary>
public static class MerkleProof
{
    /// <summary>Whether a leaf stands at an index of the tree with a size and a root.</summary>
    public static bool IsIncluded(long index, long size, Digest leaf, ImmutableArray<Digest> proof, Digest root)
    {
        if (index < 0 || index >= size)
            return false;

        long place = index;
        long last = size - 1;
        var hash = leaf;
        foreach (var step in proof)
        {
            if (last == 0)
                return false;
            if ((place & 1) == 1 || place == last)
            {
                hash = MerkleTree.NodeHash(step, hash);
                while ((place & 1) == 0 && place != 0)
                    (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                hash = MerkleTree.NodeHash(hash, step);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>Whether the tree of one size and root begins with the tree of a smaller size and its root.</summary>
    public static bool IsConsistent(
        long oldSize, Digest oldRoot, long size, Digest root, ImmutableArray<Digest> proof)
    {
        if (oldSize < 1 || oldSize > size)
            return false;
        if (oldSize == size)
            return proof.IsEmpty && oldRoot == root;

        // A complete old tree is itself the first hash, and is left out of the proof.
        var path = (oldSize & (oldSize - 1)) == 0 ? proof.Insert(0, oldRoot) : proof;
        if (path.IsEmpty)
            return false;

        long place = oldSize - 1;
        long last = size - 1;
        while ((place & 1) == 1)
            (place, last) = (place >> 1, last >> 1);

        var (oldHash, hash) = (path[0], path[0]);
        foreach (var step in path.Skip(1))
        {
            if (last == 0)
                return false;
            if ((place & 1) == 1 || place == last)
            {
                oldHash = MerkleTree.NodeHash(step, oldHash);
                hash = MerkleTree.NodeHash(step, hash);
                while ((place & 1) == 0 && place != 0)
                    (place, last) = (place >> 1, last >> 1);
            }
            else
            {
                hash = MerkleTree.NodeHash(hash, step);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && oldHash == oldRoot && hash == root;
    }
}
