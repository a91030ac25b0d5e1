using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Aura.Dashboard.Sources;

/// <summary>
/// Demo keys: derived from the seed, so that equal seeds give equal bytes, and therefore worthless as proof of who
/// signed. Simulated and Replay only.
/// </summary>
internal sealed class SeededNodeKeys : IObservationSigner
{
    private readonly ImmutableDictionary<NodeId, Ed25519PrivateKeyParameters> _keys;

    public SeededNodeKeys(long seed, int nodes)
    {
        _keys = Enumerable.Range(1, nodes).ToImmutableDictionary(
            number => new NodeId(number),
            number => new Ed25519PrivateKeyParameters(Draw.Bytes(seed, "node-key", node: number)));
        Nodes =
        [
            .. _keys.Select(key => new NodeKey(key.Key, PublicKey.Of(key.Value.GeneratePublicKey().GetEncoded())))
                .OrderBy(key => key.Node),
        ];
    }

    /// <summary>The public halves, sorted by node.</summary>
    public ImmutableArray<NodeKey> Nodes { get; }

    public ValueTask<Signature> SignAsync(
        NodeId node, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        byte[] signature = new byte[Ed25519PrivateKeyParameters.SignatureSize];
        byte[] bytes = message.ToArray();
        _keys[node].Sign(
            Org.BouncyCastle.Math.EC.Rfc8032.Ed25519.Algorithm.Ed25519, null, bytes, 0, bytes.Length, signature, 0);
        return ValueTask.FromResult(Signature.Of(signature));
    }
}
