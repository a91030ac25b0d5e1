namespace Aura.Dashboard.Configuration;

/// <summary>All settings that become the rule set, in the order in which a round flows.</summary>
internal sealed class EngineOptions
{
    public MarketOptions Market { get; set; } = new();

    public List<AssetOptions> Assets { get; set; } = [];

    public NodesOptions Nodes { get; set; } = new();

    public ConsensusOptions Consensus { get; set; } = new();

    public BreakerOptions Breaker { get; set; } = new();

    public AlertsOptions Alerts { get; set; } = new();

    public RoundsOptions Rounds { get; set; } = new();

    /// <summary>A sentence for every key that is unknown or unreadable; the validator reports them with its own.</summary>
    public List<string> Unreadable { get; } = [];
}
