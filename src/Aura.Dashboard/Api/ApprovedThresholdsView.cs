using Aura.Engine.Rounds.Thresholds;

namespace Aura.Dashboard.Api;

/// <summary>Thresholds that two people agreed on; both are the opaque ids of their accounts.</summary>
internal sealed record ApprovedThresholdsView(
    Guid ProposalId, string ProposedBy, string ApprovedBy, DateTimeOffset At, string RuleSet)
{
    public static ApprovedThresholdsView Of(ApprovedThresholds approved) =>
        new(approved.Proposal, approved.ProposedBy, approved.ApprovedBy, approved.At, approved.Result.Hex);
}
