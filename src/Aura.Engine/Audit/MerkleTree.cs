using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>
/// The Merkle tree of RFC 6962 §2.1: a leaf is SHA-256(0x00 ‖ data), an inner node SHA-256(0x01 ‖ left ‖ right). Complete
/// subtrees never change once their leaves exist, so they are what a store keeps; everything else follows from them.
/// </summary>
public static class MerkleTree
{
    /// <summary>The root of the tree without leaves: SHA-256 of nothing.</summary>
    public static Digest EmptyRoot { get; } = Digest.Of([]);

    /// <summary>The hash of a leaf.</summary>
    public static Digest LeafHash(ReadOnlySpan<byte> data)
    {
        byte[] prefixed = new byte[1 + data.Length];
        data.CopyTo(prefixed.AsSpan(1));
        return Digest.Of(prefixed);
    }

    /// <summary>The hash of an inner node.</summary>
    public static Digest NodeHash(Digest left, Digest right)
    {
        Span<byte> data = stackalloc byte[1 + (2 * SHA256.HashSizeInBytes)];
        data[0] = 1;
        left.CopyTo(data[1..]);
        right.CopyTo(data[(1 + SHA256.HashSizeInBytes)..]);
        return Digest.Of(data);
    }

    /// <summary>The complete subtrees that a further leaf finishes, itself first, each with its hash.</summary>
    /// <param name="index">The leaf's index: the size of the tree before it.</param>
    /// <param name="leaf">The leaf's hash.</param>
    /// <param name="nodes">The hashes of complete subtrees to the left.</param>
    public static IEnumerable<(MerkleNode Node, Digest Hash)> Append(
        long index, Digest leaf, Func<MerkleNode, Digest> nodes)
    {
        var node = new MerkleNode(0, index);
        var hash = leaf;
        yield return (node, hash);
        while (node.IsRight)
        {
            hash = NodeHash(nodes(node.Sibling), hash);
            node = node.Parent;
            yield return (node, hash);
        }
    }

    /// <summary>The root of the first leaves.</summary>
    /// <param name="size">How many.</param>
    /// <param name="nodes">The hashes of complete subtrees.</param>
    public static Digest Root(long size, Func<MerkleNode, Digest> nodes) =>
        size == 0 ? EmptyRoot : Subtree(0, size, nodes);

    /// <summary>The proof that a leaf is in the tree of a size, from the leaf's sibling upwards (RFC 6962 §2.1.1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such leaf.</exception>
    public static ImmutableArray<Digest> InclusionProof(long index, long size, Func<MerkleNode, Digest> nodes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var proof = ImmutableArray.CreateBuilder<Digest>();
        long begin = 0;
        long end = size;
        while (end - begin > 1)
        {
            long middle = begin + Split(end - begin);
            if (index < middle)
                (proof, end) = (With(proof, Subtree(middle, end, nodes)), middle);
            else
                (proof, begin) = (With(proof, Subtree(begin, middle, nodes)), middle);
        }

        proof.Reverse();
        return proof.ToImmutable();
    }

    /// <summary>The proof that the tree of one size begins with the tree of a smaller one (RFC 6962 §2.1.2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old size is not between 1 and the new one.</exception>
    public static ImmutableArray<Digest> ConsistencyProof(long oldSize, long size, Func<MerkleNode, Digest> nodes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(oldSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        var proof = ImmutableArray.CreateBuilder<Digest>();
        long begin = 0;
        long end = size;
        while (oldSize != end)
        {
            long middle = begin + Split(end - begin);
            if (oldSize <= middle)
                (proof, end) = (With(proof, Subtree(middle, end, nodes)), middle);
            else
                (proof, begin) = (With(proof, Subtree(begin, middle, nodes)), middle);
        }

        // A part that begins at the left edge is the old tree itself, whose root the verifier has.
        if (begin > 0)
            proof.Add(Subtree(begin, end, nodes));
        proof.Reverse();
        return proof.ToImmutable();
    }

    /// <summary>The largest power of two below a size: how many leaves stand left of the root.</summary>
    internal static long Split(long size) => 1L << (BitOperations.Log2((ulong)(size - 1)));

    private static Digest Subtree(long begin, long end, Func<MerkleNode, Digest> nodes)
    {
        long width = end - begin;
        if (BitOperations.IsPow2(width))
        {
            int level = BitOperations.Log2((ulong)width);
            return nodes(new MerkleNode(level, begin >> level));
        }

        long middle = begin + Split(width);
        return NodeHash(Subtree(begin, middle, nodes), Subtree(middle, end, nodes));
    }

    private static ImmutableArray<Digest>.Builder With(ImmutableArray<Digest>.Builder proof, Digest hash)
    {
        proof.Add(hash);
        return proof;
    }
}
