using System.Text.Json.Serialization;

namespace Aura.Engine.Publishing.Alerts;

/// <summary>How long an answer to an incident counts, and what happens without one.</summary>
/// <param name="AcknowledgedForMilliseconds">How long an acknowledgement counts; whoever gave it has gone on to act or not.</param>
/// <param name="EscalateAfterMilliseconds">An incident that nobody has answered for so long is escalated.</param>
/// <param name="CalmRounds">Rounds in a row without the cause that resolve a tier's incident.</param>
/// <param name="LongestSilenceMilliseconds">The longest silence.</param>
public sealed record AlertRules(
    long AcknowledgedForMilliseconds, long EscalateAfterMilliseconds, int CalmRounds, long LongestSilenceMilliseconds)
{
    /// <summary>15 minutes, 5 minutes, 3 rounds, 8 hours.</summary>
    public static AlertRules Default { get; } = new(900_000, 300_000, 3, 28_800_000);

    /// <summary>How long an acknowledgement counts.</summary>
    [JsonIgnore]
    public TimeSpan AcknowledgedFor => TimeSpan.FromMilliseconds(AcknowledgedForMilliseconds);

    /// <summary>How long an incident may stay unanswered.</summary>
    [JsonIgnore]
    public TimeSpan EscalateAfter => TimeSpan.FromMilliseconds(EscalateAfterMilliseconds);

    /// <summary>The longest silence.</summary>
    [JsonIgnore]
    public TimeSpan LongestSilence => TimeSpan.FromMilliseconds(LongestSilenceMilliseconds);

    /// <summary>Rounds in a row without the cause that resolve an incident of a kind.</summary>
    public int CalmRoundsOf(AlertKind kind) =>
        kind is AlertKind.HighDispersion or AlertKind.RoundsMissing ? CalmRounds : 1;
}
