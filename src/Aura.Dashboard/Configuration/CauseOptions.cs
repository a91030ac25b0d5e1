using Aura.Engine.Breaker;

namespace Aura.Dashboard.Configuration;

/// <summary>A cause with thresholds of its own. Section <c>Breaker:Causes:{cause}</c>.</summary>
internal sealed class CauseOptions
{
    /// <summary>Whether it opens the breaker, is only counted, or does nothing.</summary>
    public CauseMode Mode { get; set; }

    /// <summary>Active above it; 0 to 1,000.</summary>
    public decimal EnterAbove { get; set; }

    /// <summary>No round above it is clean; 0 up to <see cref="EnterAbove"/>.</summary>
    public decimal LeaveAt { get; set; }
}
