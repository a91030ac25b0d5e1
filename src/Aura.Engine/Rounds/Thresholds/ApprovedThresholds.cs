using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Thresholds;

/// <summary>Thresholds that two people agreed on: in force from the next round on, until the settings themselves change.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Settings">The rule set of the settings that they replace the thresholds of.</param>
/// <param name="Result">The rule set that they make of it.</param>
/// <param name="Thresholds">All thresholds.</param>
/// <param name="ProposedBy">The opaque id of the account that proposed them.</param>
/// <param name="ApprovedBy">The opaque id of the account that approved them.</param>
/// <param name="At">When they were approved, UTC.</param>
public sealed record ApprovedThresholds(
    Guid Proposal, Digest Settings, Digest Result, ThresholdSet Thresholds, string ProposedBy, string ApprovedBy,
    DateTimeOffset At);
