namespace Aura.Engine.Rounds.Verification;

/// <summary>The result of deciding one entry again.</summary>
public abstract record RedecisionStep
{
    private RedecisionStep()
    {
    }

    /// <summary>The same, to the last bit.</summary>
    /// <param name="Next">The state after the entry.</param>
    /// <param name="Signatures">How many signed observations were counted.</param>
    public sealed record Same(EngineState Next, int Signatures) : RedecisionStep;

    /// <summary>Something differs.</summary>
    /// <param name="Reason">What, as the rest of a sentence that begins with the entry.</param>
    public sealed record Different(string Reason) : RedecisionStep;
}
