using System.Text.Json.Serialization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;

namespace Aura.Engine.Rounds;

/// <summary>A person's command to a breaker, from page, REST or command line alike.</summary>
/// <param name="CommandId">Made by the client; the same id with the same body is answered once and for all.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Scope">Which breaker.</param>
/// <param name="ExpectedVersion">The breaker's version that the person saw.</param>
/// <param name="ReasonCode">The kind of reason.</param>
/// <param name="Reason">The person's words, 10 to 500 characters.</param>
/// <param name="Actor">Who.</param>
public sealed record OperatorCommand(
    Guid CommandId, CommandKind Kind, Scope Scope, long ExpectedVersion, ReasonCode ReasonCode, string Reason,
    CommandActor Actor)
{
    /// <summary>The request that an approval or a refusal of it names, or the silence that is ended; null otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? RequestId { get; init; }

    /// <summary>The incident that is taken on; null for every other command.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Incident { get; init; }

    /// <summary>What is silenced; null for every other command.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AlertKind? Alert { get; init; }

    /// <summary>Until when it is silenced, UTC; null for every other command.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Until { get; init; }

    /// <summary>The cause whose last trip is judged; null for every other command.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BreakerCause? Cause { get; init; }

    /// <summary>Fewest characters of a reason.</summary>
    public const int ShortestReason = 10;

    /// <summary>Most characters of a reason.</summary>
    public const int LongestReason = 500;

    /// <summary>
    /// What makes two submissions the same command: everything but the actor's roles, which may change between a lost
    /// answer and its repetition.
    /// </summary>
    public Digest ToBodyDigest() => Digest.Of(CanonicalJson.Serialize(
        new CommandBody(CommandId, Kind, Scope, ExpectedVersion, ReasonCode, Reason, Actor.Id)
        {
            RequestId = RequestId,
            Incident = Incident,
            Alert = Alert,
            Until = Until,
            Cause = Cause,
        },
        RoundsJson.Default.CommandBody));
}
