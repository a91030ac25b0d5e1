using System.Diagnostics;
using Aura.Engine.Rounds.Verification;

namespace Aura.Verifier;

/// <summary>A verdict as the page and the command line say it, and what it means.</summary>
public static class VerdictWords
{
    /// <summary>The verdict itself; the command line prints the same word.</summary>
    public static string Word(VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Verified => "VERIFIED",
        VerificationVerdict.SignerNotConfirmed => "SELF-CONSISTENT, SIGNER NOT CONFIRMED",
        VerificationVerdict.Failed => "FAILED",
        _ => throw new UnreachableException(),
    };

    /// <summary>One sentence for somebody who sees the word for the first time.</summary>
    public static string Meaning(VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Verified => "Everything in the bundle holds, and the key that you expected signed it.",
        VerificationVerdict.SignerNotConfirmed =>
            "Everything in the bundle holds among itself. Whose key signed it was not checked: enter the fingerprint that "
            + "you were given by another way, and verify again.",
        VerificationVerdict.Failed => "Something in the bundle does not hold. This is the first record that does not:",
        _ => throw new UnreachableException(),
    };

    /// <summary>The class that gives the result its colour.</summary>
    public static string Style(VerificationVerdict verdict) => verdict switch
    {
        VerificationVerdict.Verified => "good",
        VerificationVerdict.SignerNotConfirmed => "unconfirmed",
        VerificationVerdict.Failed => "bad",
        _ => throw new UnreachableException(),
    };
}
