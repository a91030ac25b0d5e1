using System.Collections.Concurrent;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Aura.Testing;

/// <summary>Real Ed25519 keys drawn from a seed, so that the same seed gives the same signatures.</summary>
public sealed class NodeKeys(long seed) : IObservationSigner
{
    private static readonly ConcurrentDictionary<(long Seed, int Node), byte[]> PublicKeys = new();

    /// <summary>The keys of the standard rule set.</summary>
    public static NodeKeys Standard { get; } = new(1);

    public PublicKey PublicKeyOf(NodeId node) =>
        PublicKey.Of(PublicKeys.GetOrAdd((seed, node.Number), _ =>
        {
            byte[] key = new byte[Ed25519.PublicKeySize];
            Ed25519.GeneratePublicKey(PrivateKeyOf(node), 0, key, 0);
            return key;
        }));

    public Signature Sign(NodeId node, ReadOnlySpan<byte> message)
    {
        byte[] copy = message.ToArray();
        byte[] signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(PrivateKeyOf(node), 0, copy, 0, copy.Length, signature, 0);
        return Signature.Of(signature);
    }

    public AttributedObservation Sign(Observation observation) =>
        new(observation, Sign(observation.Node, observation.ToBytes()));

    public ValueTask<Signature> SignAsync(NodeId node, ReadOnlyMemory<byte> message, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Sign(node, message.Span));

    private byte[] PrivateKeyOf(NodeId node) => Draw.Bytes(seed, "node-key", node: node.Number);
}
