namespace Aura.Dashboard.Configuration;

/// <summary>The quorum. Section <c>Consensus</c>.</summary>
internal sealed class ConsensusOptions
{
    public const string Section = "Consensus";

    /// <summary>The share of the configured nodes that must agree, in percent; 51 to 100.</summary>
    public int QuorumPercent { get; set; } = 67;
}
