namespace Aura.Engine.Audit;

/// <summary>The result of following the chain by one entry.</summary>
public abstract record ChainStep
{
    private ChainStep()
    {
    }

    /// <summary>The entry continues the chain.</summary>
    /// <param name="Head">The chain's end with it.</param>
    public sealed record Linked(LedgerHead Head) : ChainStep;

    /// <summary>The chain breaks here.</summary>
    /// <param name="Sequence">Where.</param>
    /// <param name="Reason">How, in one sentence.</param>
    public sealed record Broken(long Sequence, string Reason) : ChainStep;
}
