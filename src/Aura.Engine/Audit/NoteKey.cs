using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>
/// A key that verifies signed notes (C2SP signed-note), written <c>name+hash+base64</c>, Ed25519.
/// </summary>
/// <param name="Name">Whose key it is: the origin of the ledger.</param>
/// <param name="Key">The public key.</param>
public sealed record NoteKey(string Name, PublicKey Key)
{
    private const byte Ed25519 = 1;

    /// <summary>The first four bytes of SHA-256(name ‖ LF ‖ algorithm ‖ key): a hint that finds the key, and no proof.</summary>
    public uint Hash =>
        BinaryPrimitives.ReadUInt32BigEndian(
            Digest.Of([.. Encoding.UTF8.GetBytes(Name), (byte)'\n', Ed25519, .. Convert.FromHexString(Key.Hex)]).ToBytes());

    /// <summary>SHA-256 of the 32 bytes of the key: what people compare over the telephone.</summary>
    public Digest Fingerprint => Digest.Of(Convert.FromHexString(Key.Hex));

    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">The text is no key of a signed note, its hash is another key's, or it is not Ed25519.</exception>
    public static NoteKey Parse(string text)
    {
        if (text.Split('+', 3) is [{ Length: > 0 } name, { Length: 8 } hash, var encoded]
            && Base64Text.Read(encoded) is [Ed25519, .. { Length: 32 } key])
        {
            var found = new NoteKey(name, PublicKey.Of(key));
            if (string.Equals(found.ToString(), text, StringComparison.Ordinal)
                && uint.TryParse(hash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out _))
            {
                return found;
            }
        }

        throw new FormatException($"'{text}' is not the Ed25519 key of a signed note, name+hash+base64.");
    }

    /// <summary>Whether people could mean this key by a fingerprint or by the key's whole text.</summary>
    public bool IsMeantBy(string expected)
    {
        string text = expected.Trim();
        return string.Equals(text, ToString(), StringComparison.Ordinal)
            || string.Equals(
                new string([.. text.Where(char.IsAsciiHexDigit)]), Fingerprint.Hex, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Name}+{Hash:x8}+{Convert.ToBase64String([Ed25519, .. Convert.FromHexString(Key.Hex)])}";
}
