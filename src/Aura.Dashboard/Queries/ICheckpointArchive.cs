using Aura.Engine.Audit;

namespace Aura.Dashboard.Queries;

/// <summary>The checkpoints that were signed, by the origin of the ledger.</summary>
internal interface ICheckpointArchive
{
    /// <summary>The one over most entries; null before the first.</summary>
    Task<SignedNote?> LatestAsync(string origin, CancellationToken cancellationToken);

    /// <summary>The smallest one that covers an entry; null when none does yet.</summary>
    Task<SignedNote?> CoveringAsync(string origin, long sequence, CancellationToken cancellationToken);

    /// <summary>Those whose size lies between two sizes, both inclusive, by size.</summary>
    Task<IReadOnlyList<SignedNote>> BetweenAsync(
        string origin, long smallest, long largest, CancellationToken cancellationToken);

    /// <summary>Every one, whatever it calls its ledger, by size.</summary>
    /// <exception cref="InvalidDataException">One does not lie where its bytes belong.</exception>
    /// <exception cref="FormatException">One is no checkpoint.</exception>
    Task<IReadOnlyList<SignedNote>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Keeps a checkpoint; the same bytes are kept once.</summary>
    /// <returns>False when another root is kept under the same origin and size: nothing was written then.</returns>
    /// <exception cref="FormatException">The note is no checkpoint.</exception>
    Task<bool> AppendAsync(SignedNote note, DateTimeOffset at, CancellationToken cancellationToken);
}
