using System.Text.Json.Serialization;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace Aura.Engine.Canon;

/// <summary>An Ed25519 signature of 64 bytes (RFC 8032, pure, no context).</summary>
[JsonConverter(typeof(Text))]
public sealed record Signature
{
    private const int Size = 64;

    private Signature(string hex) => Hex = hex;

    /// <summary>128 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>Takes the 64 raw bytes.</summary>
    /// <exception cref="FormatException">Another number of bytes.</exception>
    public static Signature Of(ReadOnlySpan<byte> bytes) => Parse(Convert.ToHexStringLower(bytes));

    /// <summary>Reads 128 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static Signature Parse(string hex) => new(Hexadecimal.Checked(hex, Size, nameof(Signature)));

    /// <summary>Whether the holder of the key signed exactly these bytes.</summary>
    public bool IsBy(PublicKey key, ReadOnlySpan<byte> message)
    {
        byte[] copy = message.ToArray();
        return Ed25519.Verify(
            Convert.FromHexString(Hex), 0, Convert.FromHexString(key.Hex), 0, copy, 0, copy.Length);
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;

    /// <summary>JSON form.</summary>
    public sealed class Text : TextConverter<Signature>
    {
        /// <inheritdoc/>
        protected override Signature Parse(string text) => Signature.Parse(text);

        /// <inheritdoc/>
        protected override string Render(Signature value) => value.Hex;
    }
}
