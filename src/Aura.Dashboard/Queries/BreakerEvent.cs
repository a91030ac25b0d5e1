using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Dashboard.Queries;

/// <summary>What one ledger entry says about one breaker.</summary>
/// <param name="Sequence">The entry.</param>
/// <param name="At">When it was decided, UTC.</param>
/// <param name="Scope">The breaker; null for refusals that were summed up.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Words">The reason as it was recorded: a person's, a rule's, or that of a refusal.</param>
public sealed record BreakerEvent(
    long Sequence, DateTimeOffset At, Scope? Scope, LedgerEventKind Kind, string Words)
{
    /// <summary>The state before; null when nothing changed.</summary>
    public BreakerState? From { get; init; }

    /// <summary>The state after; null when nothing changed.</summary>
    public BreakerState? To { get; init; }

    /// <summary>The breaker's version after it, or the one that a command expected; null for what changes no breaker.</summary>
    public long? Version { get; init; }

    /// <summary>Why the state changed.</summary>
    public BreakerCause? Cause { get; init; }

    /// <summary>The round that changed the state, or whose trip was judged; null for other commands and for a notice.</summary>
    public RoundNumber? Round { get; init; }

    /// <summary>What a person asked for; null when a rule did it.</summary>
    public CommandKind? Asked { get; init; }

    /// <summary>The kind of reason that the person stated.</summary>
    public ReasonCode? ReasonCode { get; init; }

    /// <summary>The account of the person.</summary>
    public string? ActorId { get; init; }

    /// <summary>The account of who asked for the reset that <see cref="ActorId"/> approved.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>Why a command was refused.</summary>
    public BreakerRefusal Refusal { get; init; }

    /// <summary>The reason that a refused person had given.</summary>
    public string? Stated { get; init; }

    /// <summary>When a request can no longer be approved, UTC.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What ended a request in time; null while nothing did.</summary>
    public RequestFate? Ended { get; init; }

    /// <summary>
    /// What has become of a request. Nobody decides that it expires, so no entry says it: the clock does.
    /// </summary>
    public RequestFate FateAt(DateTimeOffset now) =>
        Ended ?? (ExpiresAt is { } end && end <= now ? RequestFate.Expired : RequestFate.Waiting);
}
