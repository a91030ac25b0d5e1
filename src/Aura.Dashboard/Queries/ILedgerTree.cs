using System.Collections.Immutable;
using Aura.Engine.Audit;
using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>
/// Reads the Merkle tree over the ledger's entries: the leaf with index i is the entry with the sequence i + 1. A size
/// that the ledger has not reached throws <see cref="InvalidDataException"/>.
/// </summary>
internal interface ILedgerTree
{
    /// <summary>How many entries the tree holds.</summary>
    Task<long> SizeAsync(CancellationToken cancellationToken);

    /// <summary>The stored nodes of some places; one that is not stored is left out.</summary>
    Task<IReadOnlyDictionary<MerkleNode, Digest>> NodesAsync(
        IReadOnlyCollection<MerkleNode> places, CancellationToken cancellationToken);

    /// <summary>The root over the first entries.</summary>
    Task<Digest> RootAsync(long size, CancellationToken cancellationToken);

    /// <summary>The proof that a leaf belongs to the tree of a size.</summary>
    Task<ImmutableArray<Digest>> InclusionAsync(long index, long size, CancellationToken cancellationToken);

    /// <summary>The proof that the tree of one size begins with that of a smaller one, at least 1.</summary>
    Task<ImmutableArray<Digest>> ConsistencyAsync(long oldSize, long size, CancellationToken cancellationToken);
}
