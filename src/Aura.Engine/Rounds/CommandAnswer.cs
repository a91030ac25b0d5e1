using System.Text.Json.Serialization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Engine.Rounds;

/// <summary>The answer to a command, the same however often it is asked for.</summary>
/// <param name="CommandId">The command.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Transition">The change, or the one that already stood; null when refused.</param>
/// <param name="Refusal"><see cref="BreakerRefusal.None"/> unless refused.</param>
/// <param name="Reason">The refusal in one sentence; null otherwise.</param>
/// <param name="RetryAt">When a refused reset is no longer too early, UTC; null otherwise.</param>
public sealed record CommandAnswer(
    Guid CommandId, CommandStatus Status, Transition? Transition, BreakerRefusal Refusal, string? Reason,
    DateTimeOffset? RetryAt)
{
    /// <summary>The document's name and version.</summary>
    [JsonRequired]
    public string Schema
    {
        get;
        init => field = DocumentSchema.Checked(value, DocumentSchema.Answer);
    } = DocumentSchema.Answer;

    /// <summary>The request that the command made or declined; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ResetRequest? Request { get; init; }

    /// <summary>The incident that the command took on; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Incident? Incident { get; init; }

    /// <summary>The silence that the command made or ended; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlertSilence? Silence { get; init; }

    /// <summary>How the cause has served that the command judged; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CauseRecord? Served { get; init; }

    /// <summary>The proposal that the command made, approved or declined; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ThresholdProposal? Proposal { get; init; }

    /// <summary>The canonical bytes whose digest the ledger entry names as the outcome.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, RoundsJson.Default.CommandAnswer);

    /// <summary>Reads an answer back.</summary>
    /// <exception cref="FormatException">The bytes are not an answer.</exception>
    public static CommandAnswer Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, RoundsJson.Default.CommandAnswer);
}
