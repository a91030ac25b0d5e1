using Aura.Engine.Rounds.Verification;

namespace Aura.Verifier;

/// <summary>
/// Pulls the steps of a verification for a while, then lets the page rest. WebAssembly has one thread: without the rest
/// no progress would be drawn and no click on cancel would ever arrive.
/// </summary>
public sealed class PacedVerification(TimeProvider clock, Func<Task> rest)
{
    /// <summary>How long the page may stand still: below what a person notices.</summary>
    public static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(50);

    /// <summary>Follows a verification to its result.</summary>
    /// <param name="steps">The verification.</param>
    /// <param name="draw">Called before each rest with the latest progress.</param>
    /// <param name="cancellationToken">Heeded between two steps.</param>
    public async Task<VerificationResult> FollowAsync(
        IEnumerable<VerificationStep> steps,
        Action<VerificationStep.Progress> draw,
        CancellationToken cancellationToken)
    {
        long rested = clock.GetTimestamp();
        foreach (var step in steps)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (step is VerificationStep.Finished finished)
                return finished.Result;

            if (clock.GetElapsedTime(rested) < Breath || step is not VerificationStep.Progress progress)
                continue;
            draw(progress);
            await rest();
            rested = clock.GetTimestamp();
        }

        throw new InvalidOperationException("The verification ended without a result.");
    }
}
