namespace Aura.Engine.Breaker;

/// <summary>What a round says about one cause of one breaker.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Mode">Whether it opens or is only counted.</param>
/// <param name="IsActive">Whether its threshold is passed.</param>
/// <param name="IsOver">Whether the value is far enough below it for a clean round.</param>
/// <param name="Detail">The evidence in one sentence when it is active; empty otherwise.</param>
public sealed record CauseFinding(BreakerCause Cause, CauseMode Mode, bool IsActive, bool IsOver, string Detail);
