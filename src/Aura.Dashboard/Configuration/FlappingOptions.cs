using Aura.Engine.Breaker;

namespace Aura.Dashboard.Configuration;

/// <summary>When a breaker that opens again and again is latched. Section <c>Breaker:Flapping</c>.</summary>
internal sealed class FlappingOptions
{
    /// <summary>Changes of state within the window that are taken for normal, 1 to 100; 0 latches never.</summary>
    public int MostTransitions { get; set; } = FlapGuard.Default.MostTransitions;

    /// <summary>How far back changes count; a minute to a day.</summary>
    public TimeSpan Window { get; set; } = FlapGuard.Default.Window;

    /// <summary>As the rule set has it; null for never.</summary>
    public FlapGuard? ToRules() =>
        MostTransitions == 0 ? null : new FlapGuard(MostTransitions, (long)Window.TotalMilliseconds);
}
