using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Publishing.Alerts;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Dashboard.Operators;

/// <summary>A command before its actor is read.</summary>
internal sealed record CommandDraft(
    Guid CommandId, CommandKind Kind, Scope Scope, long ExpectedVersion, ReasonCode ReasonCode, string Reason)
{
    /// <summary>
    /// An answer to an incident, or a step of a change of thresholds: it changes no breaker, so it names no version of one,
    /// and its words say what a kind of reason would.
    /// </summary>
    public static CommandDraft ForNoBreaker(Guid commandId, CommandKind kind, Scope scope, string comment) =>
        new(commandId, kind, scope, 0, ReasonCode.Other, comment);

    /// <summary>Why nobody could approve; null for everything but a break-glass reset.</summary>
    public string? Justification { get; init; }

    /// <summary>
    /// The request to approve or decline, the break-glass reset to review, the silence to end, or the
    /// proposal to approve or decline; null for all others.
    /// </summary>
    public Guid? RequestId { get; init; }

    /// <summary>The incident to take on; null for all others.</summary>
    public long? Incident { get; init; }

    /// <summary>What to silence; null for all others.</summary>
    public AlertKind? Alert { get; init; }

    /// <summary>Until when to silence it, UTC; null for all others.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The cause whose last trip is judged; null for all others.</summary>
    public BreakerCause? Cause { get; init; }

    /// <summary>The thresholds to propose; null for all others.</summary>
    public ThresholdSet? Thresholds { get; init; }

    /// <summary>The digest of the preview that the person was shown; null when none was.</summary>
    public Digest? Preview { get; init; }
}
