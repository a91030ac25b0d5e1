using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>Whether the ledger is still the one that its last checkpoint committed to.</summary>
internal abstract record LedgerStanding
{
    private LedgerStanding()
    {
    }

    /// <summary>It extends the last checkpoint, or there is none yet.</summary>
    internal sealed record Consistent : LedgerStanding;

    /// <summary>
    /// It is shorter or another one, as after an old copy was put back. No checkpoint is signed until people have reset
    /// SYSTEM; the ledger then goes on under a name of its own.
    /// </summary>
    /// <param name="Origin">Of the checkpoint.</param>
    /// <param name="Size">Of the checkpoint.</param>
    /// <param name="Root">Of the checkpoint.</param>
    /// <param name="Explanation">What differs, in one sentence.</param>
    internal sealed record Contradicted(string Origin, long Size, Digest Root, string Explanation) : LedgerStanding;
}
