using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Publishing.Alerts;

/// <summary>
/// Something that somebody has to answer for: one for each cause at each breaker, however long it lasts and however often
/// it is seen.
/// </summary>
/// <param name="Number">1, 2, 3 … in the order in which they were triggered.</param>
/// <param name="Scope">The breaker that it concerns.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">The vendor that it is about; null for what a breaker names already.</param>
/// <param name="Detail">The evidence of its beginning in one sentence.</param>
/// <param name="TriggeredAt">When it began, UTC.</param>
/// <param name="Round">The round in which it began; null outside of rounds.</param>
/// <param name="LastAt">When its cause was last seen, UTC.</param>
/// <param name="UnansweredSince">Since when nobody answers, UTC: its beginning, or the end of the last acknowledgement.</param>
/// <param name="CalmRounds">Rounds in a row without its cause.</param>
public sealed record Incident(
    long Number, Scope Scope, AlertKind Kind, string? Subject, string Detail, DateTimeOffset TriggeredAt,
    RoundNumber? Round, DateTimeOffset LastAt, DateTimeOffset UnansweredSince, int CalmRounds)
{
    /// <summary>Who takes it on; null, and not written, for nobody.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Acknowledgement? Acknowledged { get; init; }

    /// <summary>When it was escalated, UTC; null, and not written, if it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>When its cause was over, UTC; null, and not written, while it lasts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>Whether it is the one of a cause at a breaker.</summary>
    public bool IsOf(AlertCondition condition) =>
        Scope == condition.Scope && Kind == condition.Kind
        && string.Equals(Subject, condition.Subject, StringComparison.Ordinal);

    /// <summary>Whether somebody's acknowledgement still counts.</summary>
    public bool IsAcknowledgedAt(DateTimeOffset now) => Acknowledged is { } answer && now < answer.ExpiresAt;

    /// <summary>The canonical bytes.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, PublishingJson.Default.Incident);

    /// <summary>Reads an incident back.</summary>
    /// <exception cref="FormatException">The bytes are not an incident.</exception>
    public static Incident Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, PublishingJson.Default.Incident);

    /// <summary>Since when nobody answers: an acknowledgement ends by itself, whether or not a round has seen it.</summary>
    public DateTimeOffset UnansweredAt(DateTimeOffset now) =>
        Acknowledged is { } answer && now >= answer.ExpiresAt ? answer.ExpiresAt : UnansweredSince;
}
