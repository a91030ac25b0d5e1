using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Aura.Testing;

/// <summary>A key that signs checkpoints and bundles, drawn from a seed.</summary>
public sealed class LedgerKey(long seed)
{
    public const string Origin = "auradashboard.ledger/test";

    private readonly byte[] _private = Draw.Bytes(seed, "ledger-key");

    public NoteKey Public
    {
        get
        {
            byte[] key = new byte[Ed25519.PublicKeySize];
            Ed25519.GeneratePublicKey(_private, 0, key, 0);
            return new NoteKey(Origin, PublicKey.Of(key));
        }
    }

    public SignedNote Sign(string text) => Sign(SignedNote.Unsigned(text));

    public SignedNote Sign(SignedNote note)
    {
        byte[] message = note.SignedBytes.ToArray();
        byte[] signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_private, 0, message, 0, message.Length, signature, 0);
        return note.With(Public, Signature.Of(signature));
    }
}
