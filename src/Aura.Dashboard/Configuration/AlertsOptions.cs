using Aura.Engine.Publishing.Alerts;

namespace Aura.Dashboard.Configuration;

/// <summary>How incidents are answered. Section <c>Alerts</c>.</summary>
internal sealed class AlertsOptions
{
    public const string Section = "Alerts";

    /// <summary>How long an acknowledgement counts, a second to a day.</summary>
    public TimeSpan AcknowledgedFor { get; set; } = AlertRules.Default.AcknowledgedFor;

    /// <summary>An incident that nobody has answered for so long is escalated; a second to a day.</summary>
    public TimeSpan EscalateAfter { get; set; } = AlertRules.Default.EscalateAfter;

    /// <summary>Rounds in a row without its cause that resolve the incident of a tier, 1 to 100.</summary>
    public int CalmRounds { get; set; } = AlertRules.Default.CalmRounds;

    /// <summary>The longest silence, a minute to eight hours.</summary>
    public TimeSpan LongestSilence { get; set; } = AlertRules.Default.LongestSilence;

    /// <summary>As the rule set has it.</summary>
    public AlertRules ToRules() => new(
        (long)AcknowledgedFor.TotalMilliseconds, (long)EscalateAfter.TotalMilliseconds, CalmRounds,
        (long)LongestSilence.TotalMilliseconds);
}
