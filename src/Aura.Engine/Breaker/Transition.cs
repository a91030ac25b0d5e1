using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Breaker;

/// <summary>One change of state. Manual and automatic are never conflated.</summary>
/// <param name="Scope">The breaker.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="Version">The breaker's version after the change.</param>
/// <param name="Cause">Why.</param>
/// <param name="IsManual">Whether a person's command did it.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Round">The round that did it; null for a command.</param>
/// <param name="Detail">The evidence in one sentence.</param>
/// <param name="Command">Who and why; null for an automatic change.</param>
public sealed record Transition(
    Scope Scope, BreakerState From, BreakerState To, long Version, BreakerCause Cause, bool IsManual,
    DateTimeOffset At, RoundNumber? Round, string Detail, TransitionCommand? Command)
{
    /// <summary>Who asked for the reset that <see cref="Command"/> approved; null where one person was enough.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TransitionCommand? Requested { get; init; }
}
