using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aura.Engine.Canon;

/// <summary>A SHA-256 digest. Equality is by value; the default is all zeros, the predecessor of the first ledger entry.</summary>
[JsonConverter(typeof(Text))]
[StructLayout(LayoutKind.Auto)]
public readonly record struct Digest
{
    private const int HexLength = 2 * SHA256.HashSizeInBytes;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    private Digest(ReadOnlySpan<byte> bytes)
    {
        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex => Convert.ToHexStringLower(ToBytes());

    /// <summary>The first 12 digits, for people.</summary>
    public string Short => Hex[..12];

    /// <summary>Hashes the bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return new Digest(hash);
    }

    /// <summary>Takes the 32 bytes of a digest that was computed elsewhere.</summary>
    /// <exception cref="FormatException">Another number of bytes.</exception>
    public static Digest OfHash(ReadOnlySpan<byte> hash) =>
        hash.Length == SHA256.HashSizeInBytes
            ? new Digest(hash)
            : throw new FormatException($"A digest has {SHA256.HashSizeInBytes} bytes, not {hash.Length}.");

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is anything else.</exception>
    public static Digest Parse(string hex) =>
        new(Convert.FromHexString(Hexadecimal.Checked(hex, SHA256.HashSizeInBytes, nameof(Digest))));

    /// <summary>Reads the digest that a reader of JSON stands at; false when it stands at anything else.</summary>
    internal static bool TryRead(in Utf8JsonReader reader, out Digest digest)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        bool isDigest = reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueSpan.Length: HexLength }
            && reader.ValueSpan.IndexOfAnyInRange((byte)'A', (byte)'F') < 0
            && Convert.FromHexString(reader.ValueSpan, bytes, out _, out _) is OperationStatus.Done;
        digest = isDigest ? new Digest(bytes) : default;
        return isDigest;
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[SHA256.HashSizeInBytes];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, _first);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(target[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(target[24..], _fourth);
    }

    /// <inheritdoc/>
    public override string ToString() => Hex;

    /// <summary>JSON form.</summary>
    public sealed class Text : TextConverter<Digest>
    {
        /// <inheritdoc/>
        protected override Digest Parse(string text) => Digest.Parse(text);

        /// <inheritdoc/>
        protected override string Render(Digest value) => value.Hex;

        // Digests are half of what a ledger consists of: they are read and written without a string each.

        /// <inheritdoc/>
        public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            // Anything else is read once more, for the message.
            TryRead(reader, out var digest) ? digest : base.Read(ref reader, typeToConvert, options);

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options)
        {
            Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
            Span<byte> text = stackalloc byte[HexLength];
            value.CopyTo(bytes);
            Convert.TryToHexStringLower(bytes, text, out _);
            writer.WriteStringValue(text);
        }
    }
}
