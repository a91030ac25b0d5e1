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
    /// <summary>How long after a trip a reset is refused.</summary>
    [JsonIgnore]
    public TimeSpan CoolDown => TimeSpan.FromMilliseconds(CoolDownMilliseconds);
}
