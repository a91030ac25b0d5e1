using System.Globalization;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>What a ledger commits itself to: so many entries with this root (C2SP tlog-checkpoint, the text of the note).</summary>
/// <param name="Origin">Which ledger.</param>
/// <param name="Size">How many entries.</param>
/// <param name="Root">The root of the Merkle tree over them.</param>
public sealed record Checkpoint(string Origin, long Size, Digest Root)
{
    /// <summary>Reads the text of a note.</summary>
    /// <exception cref="FormatException">The text is no checkpoint, or has lines beyond the three.</exception>
    public static Checkpoint Parse(string text) =>
        text.Split('\n') is [{ Length: > 0 } origin, var count, var hash, ""]
        && long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out long size)
        && string.Equals(size.ToString(CultureInfo.InvariantCulture), count, StringComparison.Ordinal)
        && Base64Text.Read(hash) is { Length: 32 } root
            ? new Checkpoint(origin, size, Digest.OfHash(root))
            : throw new FormatException("A checkpoint is three lines: the origin, the size and the root in base 64.");

    /// <summary>The text that is signed.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root.ToBytes())}\n");
}
