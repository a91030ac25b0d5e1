using Aura.Engine.Rounds;

namespace Aura.Dashboard.Queries;

/// <summary>
/// Follows the stored ledger and decides every entry again, as the auditor's browser does with a bundle.
/// </summary>
internal interface ILedgerReplay
{
    /// <summary>
    /// The entries from one sequence to another, ending with the first that does not hold. Earlier ones may come before
    /// the first, from the nearest stored state on.
    /// </summary>
    IAsyncEnumerable<ReplayedEntry> FollowAsync(long first, long last, CancellationToken cancellationToken);

    /// <summary>The state before an entry.</summary>
    /// <exception cref="InvalidDataException">An entry on the way to it does not hold.</exception>
    Task<EngineState> StateBeforeAsync(long sequence, CancellationToken cancellationToken);
}
