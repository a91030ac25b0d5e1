namespace Aura.Engine.Breaker;

/// <summary>A reset by one person where two are needed, as long as nobody else has reviewed it.</summary>
/// <param name="Command">Who did it and why; its id names the reset.</param>
/// <param name="Justification">Why nobody could approve, in the person's words.</param>
/// <param name="At">When it was done, UTC.</param>
public sealed record BreakGlassReset(TransitionCommand Command, string Justification, DateTimeOffset At);
