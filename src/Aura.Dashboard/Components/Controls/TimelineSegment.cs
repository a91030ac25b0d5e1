using Aura.Engine.Breaker;

namespace Aura.Dashboard.Components.Controls;

/// <summary>One stretch of a timeline.</summary>
/// <param name="From">Where it begins, UTC.</param>
/// <param name="To">Where it ends, UTC.</param>
/// <param name="State">The recorded state; null where no record says it.</param>
/// <param name="Sequence">The ledger entry that began it; null where none did.</param>
internal sealed record TimelineSegment(DateTimeOffset From, DateTimeOffset To, BreakerState? State, long? Sequence);
