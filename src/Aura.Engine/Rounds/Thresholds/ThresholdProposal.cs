using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Thresholds;

/// <summary>Thresholds that somebody proposes and somebody else must approve.</summary>
/// <param name="Id">Names it: the id of the command that made it.</param>
/// <param name="ProposedBy">The opaque id of the account.</param>
/// <param name="Reason">The person's words.</param>
/// <param name="Basis">The rule set in force that they were proposed against.</param>
/// <param name="Thresholds">All thresholds, also those that stay.</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="ExpiresAt">From here on it can no longer be approved, UTC.</param>
public sealed record ThresholdProposal(
    Guid Id, string ProposedBy, string Reason, Digest Basis, ThresholdSet Thresholds, DateTimeOffset At,
    DateTimeOffset ExpiresAt)
{
    /// <summary>How long a proposal can be approved: what was tried on the rounds of one day is not about those of the next.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Whether it can still be approved or declined.</summary>
    public bool IsOpenAt(DateTimeOffset now) => now < ExpiresAt;
}
