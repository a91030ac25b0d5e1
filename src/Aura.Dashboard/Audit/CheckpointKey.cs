using System.Globalization;
using System.Security.Cryptography;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Aura.Dashboard.Audit;

/// <summary>A private key that signs checkpoints. No record, whose text would print it.</summary>
internal sealed class CheckpointKey
{
    private readonly byte[] _secret;

    private CheckpointKey(string origin, int number, DateTimeOffset createdAt, byte[] secret)
    {
        _secret = secret;
        (Number, CreatedAt) = (number, createdAt);
        byte[] key = new byte[Ed25519.PublicKeySize];
        Ed25519.GeneratePublicKey(secret, 0, key, 0);
        Public = new NoteKey(origin, PublicKey.Of(key));
    }

    /// <summary>Counted from 1 within the ledger.</summary>
    public int Number { get; }

    /// <summary>Rotation counts from here.</summary>
    public DateTimeOffset CreatedAt { get; }

    public NoteKey Public { get; }

    public static CheckpointKey Create(string origin, int number, DateTimeOffset at, RandomNumberGenerator chance)
    {
        byte[] secret = new byte[Ed25519.SecretKeySize];
        chance.GetBytes(secret);
        return new CheckpointKey(origin, number, InstantText.Truncate(at), secret);
    }

    /// <exception cref="FormatException">The file's text is not that of a key.</exception>
    public static CheckpointKey Parse(string origin, int number, string text) =>
        text.Split('\n') is [{ } createdAt, { } secret, ""] && secret.Length == 2 * Ed25519.SecretKeySize
            ? new CheckpointKey(origin, number, InstantText.Read(createdAt), Convert.FromHexString(secret))
            : throw new FormatException("A key file holds two lines: when the key was made, and the key.");

    /// <summary>The text of its file.</summary>
    public string ToFileText() => string.Create(
        CultureInfo.InvariantCulture, $"{InstantText.Of(CreatedAt)}\n{Convert.ToHexStringLower(_secret)}\n");

    public SignedNote Sign(SignedNote note)
    {
        byte[] message = note.SignedBytes.ToArray();
        byte[] signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(_secret, 0, message, 0, message.Length, signature, 0);
        return note.With(Public, Signature.Of(signature));
    }
}
