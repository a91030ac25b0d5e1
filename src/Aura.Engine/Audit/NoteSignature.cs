using System.Buffers.Binary;

namespace Aura.Engine.Audit;

/// <summary>One signature line of a signed note.</summary>
/// <param name="Name">Who signs.</param>
/// <param name="KeyHash">The hash of the key, which tells several keys of one name apart.</param>
/// <param name="Bytes">The signature; of a kind that is not known here it may have any length.</param>
public sealed record NoteSignature(string Name, uint KeyHash, ReadOnlyMemory<byte> Bytes)
{
    private const string Dash = "— ";

    /// <summary>Reads a line without its end.</summary>
    /// <exception cref="FormatException">The line is no signature.</exception>
    public static NoteSignature Parse(string line) =>
        line.StartsWith(Dash, StringComparison.Ordinal)
        && line[Dash.Length..].Split(' ') is [{ Length: > 0 } name, var encoded]
        && !name.Contains('+', StringComparison.Ordinal)
        && Base64Text.Read(encoded) is { Length: > 4 } bytes
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4))
            : throw new FormatException($"'{line}' is not the signature of a note.");

    /// <inheritdoc/>
    public override string ToString()
    {
        byte[] bytes = new byte[4 + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyHash);
        Bytes.Span.CopyTo(bytes.AsSpan(4));
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }
}
