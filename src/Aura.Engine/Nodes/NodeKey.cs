using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

/// <summary>A configured node and the key its observations are verified with.</summary>
/// <param name="Node">The node.</param>
/// <param name="Key">Its Ed25519 public key.</param>
public sealed record NodeKey(NodeId Node, PublicKey Key);
