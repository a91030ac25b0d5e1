namespace Aura.Dashboard.Configuration;

/// <summary>The oracle network. Section <c>Nodes</c>.</summary>
internal sealed class NodesOptions
{
    public const string Section = "Nodes";

    /// <summary>How many nodes observe; 4 to 31.</summary>
    public int Count { get; set; } = 4;
}
