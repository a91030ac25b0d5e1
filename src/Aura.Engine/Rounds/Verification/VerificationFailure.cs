namespace Aura.Engine.Rounds.Verification;

/// <summary>The first record that does not hold.</summary>
/// <param name="Record">Which: a round, a command, an entry or a file.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record VerificationFailure(string Record, string Reason);
