using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace Aura.Engine.Canon;

/// <summary>A SHA-256 digest. Equality is by value; the default is all zeros, the predecessor of the first ledger entry.</summary>
[JsonConverter(typeof(Text))]
public readonly record struct Digest
{
    private static readonly string Zeros = new('0', 2 * SHA256.HashSizeInBytes);

    private readonly string? _hex;

    private Digest(string hex) => _hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex => _hex ?? Zeros;

    /// <summary>The first 12 digits, for people.</summary>
    public string Short => Hex[..12];

    /// <summary>Hashes the bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static Digest Parse(string hex) => new(Hexadecimal.Checked(hex, SHA256.HashSizeInBytes, nameof(Digest)));

    /// <inheritdoc/>
    public bool Equals(Digest other) => string.Equals(Hex, other.Hex, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Hex);

    /// <inheritdoc/>
    public override string ToString() => Hex;

    /// <summary>JSON form.</summary>
    public sealed class Text : TextConverter<Digest>
    {
        /// <inheritdoc/>
        protected override Digest Parse(string text) => Digest.Parse(text);

        /// <inheritdoc/>
        protected override string Render(Digest value) => value.Hex;
    }
}
