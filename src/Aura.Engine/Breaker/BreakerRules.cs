using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Aura.Engine.Breaker;

/// <summary>What the breaker stage needs to know.</summary>
/// <param name="CoolDownMilliseconds">A reset earlier than this after the trip is refused.</param>
/// <param name="HalfOpenRounds">Clean rounds from HalfOpen to Closed.</param>
/// <param name="NoDecisionRounds">Rounds without a decision that open a breaker.</param>
/// <param name="ApprovalsRequired">People needed for a reset, the requester included.</param>
/// <param name="SystemOpensAtScore">SYSTEM opens at a raw score of this or more.</param>
/// <param name="CleanUpToPercent">A clean round has at most this dispersion, in percent.</param>
public sealed record BreakerRules(
    long CoolDownMilliseconds, int HalfOpenRounds, int NoDecisionRounds, int ApprovalsRequired,
    decimal SystemOpensAtScore, decimal CleanUpToPercent)
{
    /// <summary>
    /// The causes that rounds can raise, the most severe first; null, and not written, under the first rules, which have
    /// <see cref="BreakerCauses.First"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CauseRule>? Causes { get; init; }

    /// <summary>When opening again and again latches; null, and not written, under rules without such a guard.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FlapGuard? Flapping { get; init; }

    /// <summary>The causes in force, the most severe first.</summary>
    [JsonIgnore]
    public ImmutableArray<CauseRule> CausesInForce => Causes ?? BreakerCauses.First;

    /// <summary>How long after a trip a reset is refused.</summary>
    [JsonIgnore]
    public TimeSpan CoolDown => TimeSpan.FromMilliseconds(CoolDownMilliseconds);
}
