namespace Aura.Engine.Rounds.Verification;

/// <summary>One step of a verification; the caller may rest between two of them.</summary>
public abstract record VerificationStep
{
    private VerificationStep()
    {
    }

    /// <summary>There is more to do.</summary>
    /// <param name="Done">Entries that hold so far.</param>
    /// <param name="Total">Entries that the bundle claims to have; 0 before that is known.</param>
    /// <param name="Current">What comes next.</param>
    public sealed record Progress(long Done, long Total, string Current) : VerificationStep;

    /// <summary>The last step.</summary>
    /// <param name="Result">The result.</param>
    public sealed record Finished(VerificationResult Result) : VerificationStep;
}
