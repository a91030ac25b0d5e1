namespace Aura.Engine.Rounds.Verification;

/// <summary>What a bundle is worth.</summary>
public enum VerificationVerdict
{
    /// <summary>Everything holds, and the expected key signed it.</summary>
    Verified,

    /// <summary>Everything holds among itself; whose key signed it was not asked.</summary>
    SignerNotConfirmed,

    /// <summary>Something does not hold.</summary>
    Failed,
}
