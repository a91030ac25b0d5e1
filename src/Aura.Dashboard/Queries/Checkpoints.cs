using Aura.Engine.Audit;

namespace Aura.Dashboard.Queries;

/// <summary>What everybody asks of the checkpoints.</summary>
internal static class Checkpoints
{
    /// <summary>A checkpoint over at least so many entries.</summary>
    /// <exception cref="InvalidDataException">None can be signed; the message says why.</exception>
    public static async Task<SignedNote> RequireAsync(
        this ICheckpoints checkpoints, long sequence, CancellationToken cancellationToken) =>
        await checkpoints.CoverAsync(sequence, cancellationToken)
        ?? throw new InvalidDataException(checkpoints.Standing is LedgerStanding.Contradicted contradicted
            ? contradicted.Explanation
            : $"The ledger has no entry {sequence}.");
}
