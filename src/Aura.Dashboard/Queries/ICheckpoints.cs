using System.Collections.Immutable;
using Aura.Engine.Audit;

namespace Aura.Dashboard.Queries;

/// <summary>Commits this host to the ledger.</summary>
internal interface ICheckpoints
{
    /// <summary>What was found when the ledger was last compared with its last checkpoint.</summary>
    LedgerStanding Standing { get; }

    /// <summary>The keys that signed, or sign, this ledger here; the one in force first, then by age, newest first.</summary>
    ImmutableArray<NoteKey> Keys { get; }

    /// <summary>
    /// A checkpoint over at least so many entries, signed by the key in force; made now unless there is one. Null while
    /// the ledger contradicts its last checkpoint, or has not reached the sequence.
    /// </summary>
    Task<SignedNote?> CoverAsync(long sequence, CancellationToken cancellationToken);
}
