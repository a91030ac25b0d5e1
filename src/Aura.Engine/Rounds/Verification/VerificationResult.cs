using System.Collections.Immutable;

namespace Aura.Engine.Rounds.Verification;

/// <summary>The end of a verification.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Proved">What was proved, one sentence each; for a failure, what held before it.</param>
/// <param name="Failure">The first record that does not hold; null unless failed.</param>
/// <param name="SignedBy">The fingerprint of the key that signed; null when that was not reached.</param>
public sealed record VerificationResult(
    VerificationVerdict Verdict, ImmutableArray<string> Proved, VerificationFailure? Failure, string? SignedBy);
