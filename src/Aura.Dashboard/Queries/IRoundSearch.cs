using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>Finds rounds.</summary>
internal interface IRoundSearch
{
    /// <summary>
    /// At most <paramref name="limit"/> rounds below a round that pass a filter, newest first; from the newest when it is
    /// null. A filter that reads reports looks at a bounded number of them, and says how far it came.
    /// </summary>
    Task<RoundPage> FindAsync(RoundFilter filter, RoundNumber? before, int limit, CancellationToken cancellationToken);
}
