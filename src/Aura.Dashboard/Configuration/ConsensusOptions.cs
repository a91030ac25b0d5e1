using Aura.Engine.Consensus;

namespace Aura.Dashboard.Configuration;

/// <summary>The quorum. Section <c>Consensus</c>.</summary>
internal sealed class ConsensusOptions
{
    public const string Section = "Consensus";

    /// <summary>The share of the configured nodes that must agree, in percent; 51 to 100.</summary>
    public int QuorumPercent { get; set; } = 67;

    /// <summary>
    /// How far from the median a value may lie and still be a vote for it, in percent; above 0, at most 5. It is used by
    /// sources whose agreement is <c>Median</c>.
    /// </summary>
    public decimal MedianTolerancePercent { get; set; } = ConsensusRules.DefaultMedianTolerancePercent;
}
