using Aura.Engine.Canon;

namespace Aura.Engine.Breaker;

/// <summary>What can happen to a breaker.</summary>
public abstract record BreakerSignal
{
    private BreakerSignal()
    {
    }

    /// <summary>A rule fired.</summary>
    /// <param name="Cause">The rule.</param>
    /// <param name="Round">The round that it fired in; null outside of rounds.</param>
    /// <param name="Detail">The evidence in one sentence.</param>
    public sealed record Alarm(BreakerCause Cause, RoundNumber? Round, string Detail) : BreakerSignal;

    /// <summary>Something that only people can judge happened outside of any round; it latches like a trip by a person.</summary>
    /// <param name="Cause">What.</param>
    /// <param name="Detail">The evidence in one sentence.</param>
    public sealed record Isolate(BreakerCause Cause, string Detail) : BreakerSignal;

    /// <summary>A round without any cause that meets all conditions of recovery.</summary>
    /// <param name="Round">The round.</param>
    public sealed record Clean(RoundNumber Round) : BreakerSignal;

    /// <summary>A round that raises no cause but does not meet the conditions of recovery either.</summary>
    public sealed record Unclean : BreakerSignal;

    /// <summary>A person trips the breaker.</summary>
    /// <param name="Command">Who and why.</param>
    public sealed record Trip(TransitionCommand Command) : BreakerSignal;

    /// <summary>A person resets the breaker, or asks for it where two people are needed.</summary>
    /// <param name="Command">Who and why.</param>
    public sealed record Reset(TransitionCommand Command) : BreakerSignal;

    /// <summary>A second person agrees to a reset.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Command">Who and why.</param>
    public sealed record Approve(Guid Request, TransitionCommand Command) : BreakerSignal;

    /// <summary>A second person refuses a reset.</summary>
    /// <param name="Request">The request.</param>
    /// <param name="Command">Who and why.</param>
    public sealed record Decline(Guid Request, TransitionCommand Command) : BreakerSignal;

    /// <summary>A person resets the breaker alone although two are needed.</summary>
    /// <param name="Command">Who and why.</param>
    /// <param name="Justification">Why nobody could approve.</param>
    public sealed record BreakGlass(TransitionCommand Command, string Justification) : BreakerSignal;

    /// <summary>Somebody else has looked at a break-glass reset.</summary>
    /// <param name="Reviewed">The command that broke the glass.</param>
    /// <param name="Command">Who and with which words.</param>
    public sealed record Review(Guid Reviewed, TransitionCommand Command) : BreakerSignal;
}
