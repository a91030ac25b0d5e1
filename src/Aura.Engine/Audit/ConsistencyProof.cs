using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>
/// That the ledger of a checkpoint begins with an earlier one: the body which a witness is sent (C2SP tlog-witness,
/// add-checkpoint). The root of the earlier size is known to whoever checks it.
/// </summary>
/// <param name="OldSize">The size of the earlier checkpoint.</param>
/// <param name="Hashes">The proof.</param>
/// <param name="Checkpoint">The later checkpoint, signed.</param>
public sealed record ConsistencyProof(long OldSize, ImmutableArray<Digest> Hashes, SignedNote Checkpoint)
{
    private const string OldWord = "old ";

    /// <summary>Reads a proof.</summary>
    /// <exception cref="FormatException">The text is no proof.</exception>
    public static ConsistencyProof Parse(ReadOnlySpan<byte> bytes)
    {
        string text = ProofText.Read(bytes, out int blank);
        return text[..blank].Split('\n') is [var line, .. var hashes]
            && line.StartsWith(OldWord, StringComparison.Ordinal)
            && ProofText.Number(line[OldWord.Length..]) is { } size
                ? new ConsistencyProof(size, ProofText.Hashes(hashes), SignedNote.Parse(ProofText.NoteOf(text, blank)))
                : throw new FormatException($"A consistency proof begins with the line '{OldWord}N'.");
    }

    /// <summary>Whether it proves that the ledger of the checkpoint begins with one of the old size and this root.</summary>
    /// <exception cref="FormatException">The note is no checkpoint.</exception>
    public bool Proves(Digest oldRoot)
    {
        var checkpoint = Audit.Checkpoint.Parse(Checkpoint.Text);
        return MerkleProof.IsConsistent(OldSize, oldRoot, checkpoint.Size, checkpoint.Root, Hashes);
    }

    /// <summary>The proof as it is stored and sent.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{OldWord}{OldSize}\n{ProofText.Lines(Hashes)}\n{Checkpoint}");
}
