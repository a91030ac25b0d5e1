using System.Text.Json.Serialization;

namespace Aura.Engine.Canon;

/// <summary>An Ed25519 public key of 32 bytes. Private keys never enter the engine.</summary>
[JsonConverter(typeof(Text))]
public sealed record PublicKey
{
    private const int Size = 32;

    private PublicKey(string hex) => Hex = hex;

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex { get; }

    /// <summary>Takes the 32 raw bytes.</summary>
    /// <exception cref="FormatException">Another number of bytes.</exception>
    public static PublicKey Of(ReadOnlySpan<byte> bytes) => Parse(Convert.ToHexStringLower(bytes));

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static PublicKey Parse(string hex) => new(Hexadecimal.Checked(hex, Size, nameof(PublicKey)));

    /// <inheritdoc/>
    public override string ToString() => Hex;

    /// <summary>JSON form.</summary>
    public sealed class Text : TextConverter<PublicKey>
    {
        /// <inheritdoc/>
        protected override PublicKey Parse(string text) => PublicKey.Parse(text);

        /// <inheritdoc/>
        protected override string Render(PublicKey value) => value.Hex;
    }
}
