using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aura.Engine.Canon;

/// <summary>
/// One reproducible random draw. Every draw has a stream of its own, SHA-256(seed ‖ purpose ‖ round ‖ node ‖ source),
/// so that adding a node or a source changes no other draw.
/// </summary>
public static class Draw
{
    /// <summary>32 uniformly distributed bytes.</summary>
    public static byte[] Bytes(long seed, string purpose, RoundNumber round = default, int node = 0, string source = "") =>
        SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{seed}\n{purpose}\n{round}\n{node}\n{source}")));

    /// <summary>A uniformly distributed fraction in [0, 1) with 9 decimal places.</summary>
    public static decimal Fraction(
        long seed, string purpose, RoundNumber round = default, int node = 0, string source = "")
    {
        const ulong Steps = 1_000_000_000;
        ulong whole = BinaryPrimitives.ReadUInt64BigEndian(Bytes(seed, purpose, round, node, source));
        return whole % Steps / (decimal)Steps;
    }
}
