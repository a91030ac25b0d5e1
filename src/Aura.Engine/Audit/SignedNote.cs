using System.Collections.Immutable;
using System.Text;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>Text with signatures under it (C2SP signed-note).</summary>
/// <param name="Text">The signed text: non-empty lines, each with its end.</param>
/// <param name="Signatures">At least one; those of unknown keys are carried along.</param>
public sealed record SignedNote(string Text, ImmutableArray<NoteSignature> Signatures)
{
    private const int SignatureSize = 64;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes that a signature is made over.</summary>
    public ReadOnlyMemory<byte> SignedBytes => Encoding.UTF8.GetBytes(Text);

    /// <summary>Reads a note.</summary>
    /// <exception cref="FormatException">The text is no signed note.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        string whole;
        try
        {
            whole = Strict.GetString(bytes);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException("A signed note is UTF-8.", exception);
        }

        int blank = whole.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0 || !whole.EndsWith('\n') || whole.Any(c => char.IsControl(c) && c != '\n'))
            throw new FormatException("A signed note is text, a blank line and signatures, each line with its end.");

        string text = whole[..(blank + 1)];
        string[] lines = whole[(blank + 2)..].Split('\n')[..^1];
        return lines.Length > 0
            ? new SignedNote(text, [.. lines.Select(NoteSignature.Parse)])
            : throw new FormatException("The note has no signature.");
    }

    /// <summary>Whether the holder of the key signed the text. Of two signatures under one key, none counts.</summary>
    public bool IsSignedBy(NoteKey key) =>
        Signatures.Where(signature => signature.KeyHash == key.Hash
            && string.Equals(signature.Name, key.Name, StringComparison.Ordinal)).ToList() is [{ Bytes.Length: SignatureSize } only]
        && Signature.Of(only.Bytes.Span).IsBy(key.Key, SignedBytes.Span);

    /// <summary>The note with a further signature, made over <see cref="SignedBytes"/>.</summary>
    public SignedNote With(NoteKey key, Signature signature) =>
        this with { Signatures = Signatures.Add(new NoteSignature(key.Name, key.Hash, Convert.FromHexString(signature.Hex))) };

    /// <summary>Text that nobody has signed yet.</summary>
    public static SignedNote Unsigned(string text) => new(text, []);

    /// <summary>The note as it is stored and sent.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    /// <inheritdoc/>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => $"{signature}\n"))}";
}
