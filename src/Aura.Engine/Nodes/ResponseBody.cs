using Aura.Engine.Canon;

namespace Aura.Engine.Nodes;

/// <summary>A raw body under its SHA-256; kept once however many nodes received it.</summary>
/// <param name="Hash">SHA-256 of <paramref name="Bytes"/>.</param>
/// <param name="Bytes">The bytes as received.</param>
public sealed record ResponseBody(Digest Hash, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Hashes the bytes.</summary>
    public static ResponseBody Of(ReadOnlyMemory<byte> bytes) => new(Digest.Of(bytes.Span), bytes);
}
