namespace Aura.Dashboard.Configuration;

/// <summary>The circuit breaker. Section <c>Breaker</c>.</summary>
internal sealed class BreakerOptions
{
    public const string Section = "Breaker";

    /// <summary>The cool-down in Live unless settings state another.</summary>
    public static readonly TimeSpan LiveCoolDown = TimeSpan.FromMinutes(5);

    /// <summary>A reset earlier than this after a trip is refused; 0 to 24 hours.</summary>
    public TimeSpan CoolDown { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Clean rounds from HalfOpen to Closed; 1 to 100.</summary>
    public int HalfOpenRounds { get; set; } = 3;

    /// <summary>Rounds without a decision that open a breaker; 1 to 100.</summary>
    public int NoDecisionRounds { get; set; } = 3;

    /// <summary>
    /// People that a reset needs, the one who asks included; 1 or 2. Null means 1 in Simulated and Replay, 2 in Live.
    /// </summary>
    public int? ApprovalsRequired { get; set; }

    public CausesOptions Causes { get; set; } = new();

    public FlappingOptions Flapping { get; set; } = new();
}
