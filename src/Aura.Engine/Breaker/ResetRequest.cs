using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Breaker;

/// <summary>
/// A reset that a second person must approve. It binds to the breaker's version and to the evidence that the requester
/// saw; any transition removes it.
/// </summary>
/// <param name="Command">Who asks and why; its id names the request.</param>
/// <param name="Version">The breaker's version that it binds to.</param>
/// <param name="Evidence">SHA-256 of the canonical transition that the reset would undo.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="ExpiresAt">From here on it can no longer be approved, UTC.</param>
/// <param name="Status">What became of it.</param>
public sealed record ResetRequest(
    TransitionCommand Command, long Version, Digest Evidence, DateTimeOffset At, DateTimeOffset ExpiresAt,
    RequestStatus Status)
{
    /// <summary>How long a request can be approved.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Names the request: the id of the command that made it.</summary>
    [JsonIgnore]
    public Guid Id => Command.CommandId;

    /// <summary>Whether it can still be approved or declined.</summary>
    public bool IsOpenAt(DateTimeOffset now) => Status is RequestStatus.Pending && now < ExpiresAt;

    /// <summary>A request to undo the last transition of a breaker.</summary>
    public static ResetRequest Of(BreakerRecord record, TransitionCommand command, DateTimeOffset now) =>
        new(
            command, record.Version,
            record.Last is { } undone ? Digest.Of(CanonicalJson.Serialize(undone, BreakerJson.Default.Transition)) : default,
            now, now + Lifetime, RequestStatus.Pending);
}
