using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>Reads what the ledger says about breakers.</summary>
internal interface IBreakerHistory
{
    /// <summary>
    /// What at most <paramref name="entries"/> ledger entries below a sequence say, newest first; from the newest when it
    /// is null. Entries are never divided between two pages.
    /// </summary>
    Task<IReadOnlyList<BreakerEvent>> BeforeAsync(
        Scope? scope, long? before, int entries, CancellationToken cancellationToken);

    /// <summary>The latest <paramref name="limit"/> changes between two instants, and the one before them.</summary>
    Task<BreakerPast> PastAsync(
        Scope scope, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken);
}
