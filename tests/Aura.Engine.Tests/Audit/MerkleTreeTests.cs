using System.Collections.Immutable;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Audit;

/// <summary>
/// RFC 6962. Vectors: transparency-dev/merkle, proof/verify_test.go and testdata/{inclusion,consistency}.
/// </summary>
public sealed class MerkleTreeTests
{
    private static readonly ImmutableArray<byte[]> Leaves =
    [
        .. ((string[])["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"])
            .Select(Convert.FromHexString),
    ];

    private static readonly ImmutableArray<string> Roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Roots_of_sizes_0_to_8_are_the_published_ones()
    {
        var tree = GrownTree.Of(Leaves);

        for (int size = 0; size <= 8; size++)
            Assert.Equal(Roots[size], MerkleTree.Root(size, tree.Node).Hex);
    }

    public static TheoryData<int, int, string[]> Inclusions => new()
    {
        { 0, 1, [] },
        {
            0, 8,
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        },
        {
            5, 8,
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        },
        { 2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"] },
        {
            1, 5,
            [
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Inclusions))]
    public void Published_inclusion_proofs_are_made_and_accepted_and_every_corruption_is_refused(
        int index, int size, string[] expected)
    {
        var proof = MerkleTree.InclusionProof(index, size, GrownTree.Of(Leaves).Node);
        Assert.Equal(expected, proof.Select(hash => hash.Hex), StringComparer.Ordinal);

        var leaf = MerkleTree.LeafHash(Leaves[index]);
        var root = Digest.Parse(Roots[size]);
        Assert.True(MerkleProof.IsIncluded(index, size, leaf, proof, root));

        Assert.All((int[])[index - 1, index + 1, index ^ 2], other => Assert.False(MerkleProof.IsIncluded(other, size, leaf, proof, root)));
        Assert.All((int[])[size * 2, size / 2], other => Assert.False(MerkleProof.IsIncluded(index, other, leaf, proof, root)));
        Assert.False(MerkleProof.IsIncluded(index, size, Digest.Of("wrong leaf"u8), proof, root));
        Assert.False(MerkleProof.IsIncluded(index, size, leaf, proof, MerkleTree.EmptyRoot));
        Assert.All(Corruptions(proof), wrong => Assert.False(MerkleProof.IsIncluded(index, size, leaf, wrong, root)));
    }

    public static TheoryData<int, int, string[]> Consistencies => new()
    {
        { 1, 1, [] },
        {
            1, 8,
            [
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
            ]
        },
        {
            6, 8,
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        },
        {
            2, 5,
            [
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
            ]
        },
        {
            6, 7,
            [
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Consistencies))]
    public void Published_consistency_proofs_are_made_and_accepted_and_every_corruption_is_refused(
        int oldSize, int size, string[] expected)
    {
        var proof = MerkleTree.ConsistencyProof(oldSize, size, GrownTree.Of(Leaves).Node);
        Assert.Equal(expected, proof.Select(hash => hash.Hex), StringComparer.Ordinal);

        var (oldRoot, root) = (Digest.Parse(Roots[oldSize]), Digest.Parse(Roots[size]));
        Assert.True(MerkleProof.IsConsistent(oldSize, oldRoot, size, root, proof));

        Assert.All((int[])[oldSize - 1, oldSize + 1, oldSize ^ 2], other => Assert.False(MerkleProof.IsConsistent(other, oldRoot, size, root, proof)));
        Assert.All((int[])[size * 2, size / 2], other => Assert.False(MerkleProof.IsConsistent(oldSize, oldRoot, other, root, proof)));
        Assert.False(MerkleProof.IsConsistent(oldSize, Digest.Of("wrong"u8), size, root, proof));
        Assert.False(MerkleProof.IsConsistent(oldSize, oldRoot, size, Digest.Of("wrong"u8), proof));
        if (oldSize < size)
        {
            Assert.False(MerkleProof.IsConsistent(oldSize, root, size, oldRoot, proof));
            Assert.False(MerkleProof.IsConsistent(oldSize, oldRoot, size, root, []));
        }

        Assert.All(Corruptions(proof), wrong => Assert.False(MerkleProof.IsConsistent(oldSize, oldRoot, size, root, wrong)));
    }

    [Fact]
    public void Every_proof_of_every_tree_up_to_40_leaves_is_accepted()
    {
        var tree = GrownTree.Of([.. Enumerable.Range(0, 40).Select(i => new[] { (byte)i })]);
        for (int size = 1; size <= 40; size++)
        {
            var root = MerkleTree.Root(size, tree.Node);
            for (int index = 0; index < size; index++)
            {
                Assert.True(MerkleProof.IsIncluded(
                    index, size, tree.Leaves[index], MerkleTree.InclusionProof(index, size, tree.Node), root));
                Assert.True(MerkleProof.IsConsistent(
                    index + 1, MerkleTree.Root(index + 1, tree.Node), size, root,
                    MerkleTree.ConsistencyProof(index + 1, size, tree.Node)));
            }
        }
    }

    [Fact]
    public void The_leaves_of_a_range_and_the_proofs_of_its_ends_give_the_root()
    {
        var tree = GrownTree.Of([.. Enumerable.Range(0, 33).Select(i => new[] { (byte)i })]);
        for (int size = 1; size <= 33; size++)
            for (int first = 0; first < size; first++)
                for (int last = first; last < size; last++)
                    Assert.Equal(MerkleTree.Root(size, tree.Node), RangeRoot(tree, first, last, size));
    }

    [Fact]
    public void A_range_with_one_other_leaf_or_proof_has_another_root() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[0, 1000], Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((size, a, b, c) =>
        {
            var tree = GrownTree.Of([.. Enumerable.Range(0, size).Select(i => new[] { (byte)i })]);
            int first = a % size;
            int last = first + (b % (size - first));
            var root = MerkleTree.Root(size, tree.Node);
            var leaves = tree.Leaves.GetRange(first, last - first + 1);
            leaves[c % leaves.Count] = Digest.Of("forged"u8);
            var (left, right) = (MerkleTree.InclusionProof(first, size, tree.Node), MerkleTree.InclusionProof(last, size, tree.Node));

            Assert.NotEqual(root, MerkleRange.Root(leaves, first, size, left, right));
            Assert.Null(MerkleRange.Root(leaves, first, size, left.Add(root), right));
            Assert.Null(MerkleRange.Root(leaves, first, size, left, right.Add(root)));
            Assert.Null(MerkleRange.Root([], first, size, left, right));
            Assert.Null(MerkleRange.Root(tree.Leaves, 1, size, left, right));
        });

    [Fact]
    public void What_does_not_exist_has_no_proof()
    {
        var tree = GrownTree.Of(Leaves);

        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(8, 8, tree.Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.InclusionProof(-1, 8, tree.Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(0, 8, tree.Node));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.ConsistencyProof(9, 8, tree.Node));
        Assert.False(MerkleProof.IsIncluded(0, 0, MerkleTree.EmptyRoot, [], MerkleTree.EmptyRoot));
        Assert.False(MerkleProof.IsConsistent(0, MerkleTree.EmptyRoot, 0, MerkleTree.EmptyRoot, []));
    }

    private static Digest? RangeRoot(GrownTree tree, int first, int last, int size) => MerkleRange.Root(
        tree.Leaves.GetRange(first, last - first + 1), first, size,
        MerkleTree.InclusionProof(first, size, tree.Node), MerkleTree.InclusionProof(last, size, tree.Node));

    private static IEnumerable<ImmutableArray<Digest>> Corruptions(ImmutableArray<Digest> proof)
    {
        var garbage = Digest.Of("garbage"u8);
        yield return proof.Insert(0, garbage);
        yield return proof.Add(garbage);
        for (int i = 0; i < proof.Length; i++)
        {
            byte[] flipped = proof[i].ToBytes();
            flipped[i] ^= 0x10;
            yield return proof.SetItem(i, Digest.OfHash(flipped));
            yield return proof.RemoveAt(i);
            yield return proof.Insert(i, garbage);
        }
    }

    /// <summary>A tree that grew leaf by leaf, as the ledger's does.</summary>
    private sealed class GrownTree
    {
        private readonly Dictionary<MerkleNode, Digest> _nodes = [];

        public List<Digest> Leaves { get; } = [];

        public static GrownTree Of(ImmutableArray<byte[]> leaves)
        {
            var tree = new GrownTree();
            foreach (byte[] data in leaves)
            {
                foreach (var (node, hash) in MerkleTree.Append(tree.Leaves.Count, MerkleTree.LeafHash(data), tree.Node))
                    tree._nodes.Add(node, hash);
                tree.Leaves.Add(MerkleTree.LeafHash(data));
            }

            return tree;
        }

        public Digest Node(MerkleNode node) => _nodes[node];
    }
}
