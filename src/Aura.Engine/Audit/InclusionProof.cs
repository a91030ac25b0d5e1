using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aura.Engine.Canon;

namespace Aura.Engine.Audit;

/// <summary>That an entry is in the ledger which a checkpoint commits to, for any verifier (C2SP tlog-proof).</summary>
/// <param name="Index">The leaf: the sequence of the entry minus one.</param>
/// <param name="Hashes">From the leaf's sibling upwards.</param>
/// <param name="Checkpoint">The signed checkpoint.</param>
public sealed record InclusionProof(long Index, ImmutableArray<Digest> Hashes, SignedNote Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const string IndexWord = "index ";

    /// <summary>Reads a proof. The optional line of extra data is not accepted: nothing here would check it.</summary>
    /// <exception cref="FormatException">The text is no proof.</exception>
    public static InclusionProof Parse(ReadOnlySpan<byte> bytes)
    {
        string text = ProofText.Read(bytes, out int blank);
        return text[..blank].Split('\n') is [Header, var line, .. var hashes]
            && line.StartsWith(IndexWord, StringComparison.Ordinal)
            && ProofText.Number(line[IndexWord.Length..]) is { } index
                ? new InclusionProof(index, ProofText.Hashes(hashes), SignedNote.Parse(ProofText.NoteOf(text, blank)))
                : throw new FormatException($"A proof begins with the lines '{Header}' and '{IndexWord}N'.");
    }

    /// <summary>Whether it proves that these are the bytes of the entry.</summary>
    /// <exception cref="FormatException">The note is no checkpoint.</exception>
    public bool Proves(ReadOnlySpan<byte> entry)
    {
        var checkpoint = Audit.Checkpoint.Parse(Checkpoint.Text);
        return MerkleProof.IsIncluded(Index, checkpoint.Size, MerkleTree.LeafHash(entry), Hashes, checkpoint.Root);
    }

    /// <summary>The proof as it is stored and sent.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Header}\n{IndexWord}{Index}\n{ProofText.Lines(Hashes)}\n{Checkpoint}");
}
