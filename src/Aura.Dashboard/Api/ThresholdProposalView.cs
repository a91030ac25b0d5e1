using Aura.Engine.Rounds.Thresholds;

namespace Aura.Dashboard.Api;

/// <summary>Thresholds that somebody proposed; the person is the opaque id of the account.</summary>
internal sealed record ThresholdProposalView(
    Guid ProposalId, string ProposedBy, string Reason, DateTimeOffset At, DateTimeOffset ExpiresAt, string Basis,
    ThresholdValues Thresholds)
{
    public static ThresholdProposalView Of(ThresholdProposal proposal) =>
        new(
            proposal.Id, proposal.ProposedBy, proposal.Reason, proposal.At, proposal.ExpiresAt, proposal.Basis.Hex,
            ThresholdValues.Of(proposal.Thresholds));
}
