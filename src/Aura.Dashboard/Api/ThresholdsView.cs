using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Thresholds;

namespace Aura.Dashboard.Api;

/// <summary>Answer of <c>GET thresholds</c>.</summary>
/// <param name="RuleSet">The digest of the rule set in force.</param>
/// <param name="Settings">The digest of the rule set that the settings make; the same unless people agreed on other thresholds.</param>
/// <param name="InForce">The thresholds in force.</param>
/// <param name="Proposal">What waits for a second person; null when nothing does.</param>
/// <param name="Approved">What two people agreed on; null while the settings decide alone.</param>
internal sealed record ThresholdsView(
    string RuleSet, string Settings, ThresholdValues InForce, ThresholdProposalView? Proposal, ApprovedThresholdsView? Approved)
{
    public static ThresholdsView Of(RulesInForce rules, ThresholdBook book, DateTimeOffset now) =>
        new(
            rules.Current.ToDigest().Hex, rules.Settings.ToDigest().Hex, ThresholdValues.Of(ThresholdSet.Of(rules.Current)),
            book.Proposal is { } proposal && proposal.IsOpenAt(now) ? ThresholdProposalView.Of(proposal) : null,
            book.Approved is { } approved ? ApprovedThresholdsView.Of(approved) : null);
}
