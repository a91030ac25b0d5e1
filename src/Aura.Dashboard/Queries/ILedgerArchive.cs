using Aura.Engine.Canon;
using Aura.Engine.Nodes;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Queries;

/// <summary>Reads the ledger and what its entries name, as exact bytes.</summary>
internal interface ILedgerArchive
{
    /// <summary>At most <paramref name="limit"/> entries above a sequence, in order; the hash is the stored one.</summary>
    Task<IReadOnlyList<StoredEntry>> AfterAsync(long sequence, int limit, CancellationToken cancellationToken);

    /// <summary>The last entry; null before the first.</summary>
    Task<StoredEntry?> HeadAsync(CancellationToken cancellationToken);

    /// <summary>The entry that records a round; null when it was not decided.</summary>
    Task<StoredEntry?> OfRoundAsync(RoundNumber round, CancellationToken cancellationToken);

    /// <summary>The document under a digest.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    Task<ReadOnlyMemory<byte>> DocumentAsync(Digest digest, CancellationToken cancellationToken);

    /// <summary>The bodies under these hashes; a missing one is left out.</summary>
    Task<IReadOnlyList<ResponseBody>> BodiesAsync(IReadOnlyList<Digest> hashes, CancellationToken cancellationToken);

    /// <summary>The canonical bytes of the rule set under a digest.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    Task<ReadOnlyMemory<byte>> RuleSetDocumentAsync(Digest digest, CancellationToken cancellationToken);

    /// <summary>The rule set under a digest.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    Task<RuleSet> RuleSetAsync(Digest digest, CancellationToken cancellationToken);
}
