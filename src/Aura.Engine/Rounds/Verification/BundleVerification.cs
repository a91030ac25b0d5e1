namespace Aura.Engine.Rounds.Verification;

/// <summary>
/// Checks a bundle with nothing but its own bytes: the chain, the Merkle proofs, every signature, and every decision by
/// deciding it again. The same code runs on a server, on a command line and in an auditor's browser.
/// </summary>
public static class BundleVerification
{
    /// <summary>The steps of a verification, of which the last one is <see cref="VerificationStep.Finished"/>.</summary>
    /// <param name="zip">The bundle; it must be able to seek.</param>
    /// <param name="expectedKey">The fingerprint or the text of the key that must have signed; null or blank when unknown.</param>
    public static IEnumerable<VerificationStep> Run(Stream zip, string? expectedKey)
    {
        var run = new BundleRun(zip, string.IsNullOrWhiteSpace(expectedKey) ? null : expectedKey.Trim());
        using var steps = run.Steps().GetEnumerator();
        VerificationStep step;
        do
        {
            step = Next(steps, run);
            yield return step;
        }
        while (step is not VerificationStep.Finished);
    }

    // An archive that somebody altered can break the reader of archives in more ways than one.
    private static VerificationStep Next(IEnumerator<VerificationStep> steps, BundleRun run)
    {
        try
        {
            return steps.MoveNext() ? steps.Current : run.Fail("the verification ended early");
        }
        catch (Exception exception) when (exception
            is FormatException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return run.Fail(exception.Message);
        }
    }
}
