using Aura.Engine.Breaker;

namespace Aura.Dashboard.Queries;

/// <summary>One change of a breaker's state, as far as a timeline draws it.</summary>
internal sealed record BreakerChange(DateTimeOffset At, BreakerState From, BreakerState To, long Version, long Sequence);
