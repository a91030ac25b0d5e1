using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

/// <summary>The port to the nodes' private keys, which never enter the engine.</summary>
public interface IObservationSigner
{
    /// <summary>Signs the message with the node's Ed25519 key.</summary>
    ValueTask<Signature> SignAsync(NodeId node, ReadOnlyMemory<byte> message, CancellationToken cancellationToken);
}
