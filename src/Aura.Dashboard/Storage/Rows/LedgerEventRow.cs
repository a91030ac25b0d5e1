using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;

namespace Aura.Dashboard.Storage.Rows;

/// <summary>
/// Where the ledger says something that people look for. Derived from the ledger and nothing beside it: whoever doubts a
/// row reads the entry, and a table that was lost is read from the ledger again.
/// </summary>
internal sealed class LedgerEventRow
{
    public long Sequence { get; init; }

    /// <summary>The breaker; empty where none is named.</summary>
    public required string Scope { get; init; }

    public LedgerEventKind Kind { get; init; }

    /// <summary>When it was decided, UTC ticks.</summary>
    public long AtTicks { get; init; }

    /// <summary>The state before; null when nothing changed.</summary>
    public BreakerState? From { get; init; }

    /// <summary>The state after; null when nothing changed.</summary>
    public BreakerState? To { get; init; }

    /// <summary>The breaker's version after a change; the first round under adopted rules.</summary>
    public long? Number { get; init; }
}
