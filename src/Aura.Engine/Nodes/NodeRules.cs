using System.Collections.Immutable;
using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

/// <summary>The configured nodes: the denominator of every quorum.</summary>
/// <param name="Nodes">Sorted by node.</param>
public sealed record NodeRules(ImmutableArray<NodeKey> Nodes)
{
    /// <summary>The key of a node, or null when the node is not configured.</summary>
    public PublicKey? KeyOf(NodeId node) => Nodes.FirstOrDefault(key => key.Node == node)?.Key;
}
