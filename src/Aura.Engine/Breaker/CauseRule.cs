using System.Text.Json.Serialization;

namespace Aura.Engine.Breaker;

/// <summary>One cause that a round can raise: whether it counts, from where on, and when it is over.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Mode">Whether it opens, is counted, or does nothing.</param>
public sealed record CauseRule(BreakerCause Cause, CauseMode Mode)
{
    /// <summary>
    /// The cause is active above it: jumps and gaps in percent of the price before, volatility in percent a round, staleness
    /// in percent of the sources, suspected units in sources, equivocation in nodes beyond f. Null for a cause whose
    /// threshold is a tier, a score or a number of rounds that the rule set states elsewhere.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? EnterAbove { get; init; }

    /// <summary>
    /// No round above it is clean: lower than <see cref="EnterAbove"/>, so that a value that swings around one threshold
    /// does not open and recover in turn. Null as above.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? LeaveAt { get; init; }
}
