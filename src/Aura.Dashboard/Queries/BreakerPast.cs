using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>The recorded changes of one breaker over a range.</summary>
/// <param name="Scope">The breaker.</param>
/// <param name="KnownSince">The first round under rules that have this breaker; null before it.</param>
/// <param name="Changes">In order; the first may lie before the range and says in which state it began.</param>
/// <param name="IsCut">Whether there were more changes than were asked for; the earliest are then missing.</param>
internal sealed record BreakerPast(
    Scope Scope, DateTimeOffset? KnownSince, IReadOnlyList<BreakerChange> Changes, bool IsCut);
