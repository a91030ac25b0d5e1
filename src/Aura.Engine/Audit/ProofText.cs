using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>What the texts of both proofs share: lines of hashes, a blank line, a signed note.</summary>
internal static class ProofText
{
    public static string Read(ReadOnlySpan<byte> bytes, out int blank)
    {
        string text = Encoding.UTF8.GetString(bytes);
        blank = text.IndexOf("\n\n", StringComparison.Ordinal);
        return blank > 0 ? text : throw new FormatException("A proof is followed by a blank line and a signed checkpoint.");
    }

    // From the bytes of the text again: what is no UTF-8 was replaced above, and must not pass for a note.
    public static byte[] NoteOf(string text, int blank) => Encoding.UTF8.GetBytes(text[(blank + 2)..]);

    public static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
        && string.Equals(number.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal)
            ? number
            : null;

    public static ImmutableArray<Digest> Hashes(string[] lines) =>
        [
            .. lines.Select(line => Base64Text.Read(line) is { Length: 32 } hash
                ? Digest.OfHash(hash)
                : throw new FormatException($"'{line}' is not a hash in base 64.")),
        ];

    public static string Lines(ImmutableArray<Digest> hashes) =>
        string.Concat(hashes.Select(hash => Convert.ToBase64String(hash.ToBytes()) + "\n"));
}
