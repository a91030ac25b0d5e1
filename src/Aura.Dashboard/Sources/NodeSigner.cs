using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aura.Engine.Canon;
using Aura.Engine.Nodes;
using Org.BouncyCastle.Crypto.Parameters;

namespace Aura.Dashboard.Sources;

/// <summary>Signs for all nodes of this process.</summary>
internal sealed class NodeSigner : IObservationSigner
{
    private readonly ImmutableDictionary<NodeId, Ed25519PrivateKeyParameters> _keys;

    private NodeSigner(int nodes, Func<int, byte[]> keyOf)
    {
        _keys = Enumerable.Range(1, nodes).ToImmutableDictionary(
            number => new NodeId(number), number => new Ed25519PrivateKeyParameters(keyOf(number)));
        Nodes =
        [
            .. _keys.Select(key => new NodeKey(key.Key, PublicKey.Of(key.Value.GeneratePublicKey().GetEncoded())))
                .OrderBy(key => key.Node),
        ];
    }

    /// <summary>
    /// Demo keys: derived from the seed, so that equal seeds give equal bytes, and therefore worthless as proof of who
    /// signed. Simulated and Replay only.
    /// </summary>
    public static NodeSigner Demo(long seed, int nodes) =>
        new(nodes, number => Draw.Bytes(seed, "node-key", node: number));

    /// <summary>Keys that only the holder of the secret has.</summary>
    public static NodeSigner Live(byte[] secret, int nodes) =>
        new(nodes, number => HKDF.DeriveKey(
            HashAlgorithmName.SHA256, secret, Ed25519PrivateKeyParameters.KeySize,
            info: Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"aura node {number}"))));

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
