using System.Text;
using System.Text.Json.Serialization;
using Aura.Engine.Canon;

namespace Aura.Engine.Rounds.Verification;

/// <summary>A vendor's answer as a line of a bundle: readable where it is text.</summary>
/// <param name="Sha256">SHA-256 of the raw bytes.</param>
/// <param name="Text">The bytes as text; null when they are not UTF-8.</param>
/// <param name="Base64">The bytes in base 64; null when they are text.</param>
public sealed record BundleBody(Digest Sha256, string? Text, string? Base64)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The raw bytes; null when the line states them in neither or in both ways.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte>? Bytes => (Text, Base64) switch
    {
        ({ } text, null) => Encoding.UTF8.GetBytes(text),
        (null, { } encoded) => Decode(encoded),
        _ => null,
    };

    /// <summary>The line for a body.</summary>
    public static BundleBody Of(Digest hash, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new BundleBody(hash, Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return new BundleBody(hash, null, Convert.ToBase64String(bytes));
        }
    }

    /// <summary>The canonical bytes of the line.</summary>
    public byte[] ToBytes() => CanonicalJson.Serialize(this, RoundsJson.Default.BundleBody);

    /// <summary>Reads a line back.</summary>
    /// <exception cref="FormatException">The bytes are not a body.</exception>
    public static BundleBody Parse(ReadOnlySpan<byte> bytes) =>
        CanonicalJson.Deserialize(bytes, RoundsJson.Default.BundleBody);

    private static ReadOnlyMemory<byte>? Decode(string encoded)
    {
        byte[] bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out int length) ? bytes.AsMemory(0, length) : null;
    }
}
