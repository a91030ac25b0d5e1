namespace Aura.Engine.Breaker;

/// <summary>What a signal did to a breaker.</summary>
public abstract record BreakerStep
{
    private BreakerStep()
    {
    }

    /// <summary>The breaker changed its state.</summary>
    /// <param name="Next">The new record.</param>
    /// <param name="Transition">The change.</param>
    public sealed record Moved(BreakerRecord Next, Transition Transition) : BreakerStep;

    /// <summary>The breaker stays as it is, though its count of clean rounds may have changed.</summary>
    /// <param name="Next">The record after the signal.</param>
    public sealed record Stayed(BreakerRecord Next) : BreakerStep;

    /// <summary>A request to reset was made or declined; the state stays.</summary>
    /// <param name="Next">The record after the signal.</param>
    /// <param name="Request">The request as it is now.</param>
    public sealed record Requested(BreakerRecord Next, ResetRequest Request) : BreakerStep;

    /// <summary>A break-glass reset was reviewed; the state stays.</summary>
    /// <param name="Next">The record after the signal.</param>
    public sealed record Reviewed(BreakerRecord Next) : BreakerStep;

    /// <summary>The signal is not allowed in this state; nothing changed.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(BreakerRefusal Refusal) : BreakerStep;
}
