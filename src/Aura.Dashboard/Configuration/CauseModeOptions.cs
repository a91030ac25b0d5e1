using Aura.Engine.Breaker;

namespace Aura.Dashboard.Configuration;

/// <summary>A cause whose threshold is a tier, a score or a number of rounds. Section <c>Breaker:Causes:{cause}</c>.</summary>
internal sealed class CauseModeOptions
{
    /// <summary>Whether it opens the breaker, is only counted, or does nothing.</summary>
    public CauseMode Mode { get; set; }
}
