namespace Aura.Dashboard.Api;

/// <summary>Body of <c>POST thresholds/proposals</c>. Nullable because a client may leave out anything.</summary>
internal sealed record ProposalRequest(string? CommandId, string? Reason, ThresholdValues? Thresholds);
