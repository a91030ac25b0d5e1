using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Breaker;

/// <summary>The recorded state of one breaker.</summary>
/// <param name="Scope">What it guards.</param>
/// <param name="State">Its state.</param>
/// <param name="Version">1 when configured, one more with every transition and never otherwise.</param>
/// <param name="CleanRounds">Consecutive clean rounds while HalfOpen; 0 otherwise.</param>
/// <param name="TrippedAt">When it last became Open or Isolated; null if never. The cool-down counts from here.</param>
/// <param name="Last">The last transition; null if there was none.</param>
public sealed record BreakerRecord(
    Scope Scope, BreakerState State, long Version, int CleanRounds, DateTimeOffset? TrippedAt, Transition? Last)
{
    /// <summary>The request to reset it, whatever became of it; null if there was none since the last transition.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ResetRequest? Request { get; init; }

    /// <summary>When it changed within the window of the flap guard; null, and not written, without such a guard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<DateTimeOffset>? Recent { get; init; }

    /// <summary>How often it changed from a moment on.</summary>
    public int ChangesSince(DateTimeOffset from) => (Recent ?? []).Count(at => at >= from);

    /// <summary>Break-glass resets that nobody has reviewed, oldest first; null when there is none. Transitions keep them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<BreakGlassReset>? Unreviewed { get; init; }

    /// <summary>A breaker that was just configured.</summary>
    public static BreakerRecord Initial(Scope scope) => new(scope, BreakerState.Closed, 1, 0, null, null);

    /// <summary>Why it is in its state.</summary>
    [JsonIgnore]
    public BreakerCause Cause => Last?.Cause ?? BreakerCause.Initial;

    /// <summary>When a reset is no longer too early; null when nothing is to be reset.</summary>
    public DateTimeOffset? CoolDownEndsAt(BreakerRules rules) =>
        State is BreakerState.Open or BreakerState.Isolated && TrippedAt is { } at ? at + rules.CoolDown : null;
}
