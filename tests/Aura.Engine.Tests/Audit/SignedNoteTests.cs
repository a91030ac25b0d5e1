using System.Text;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Audit;

/// <summary>C2SP signed-note, tlog-checkpoint, tlog-proof and tlog-witness.</summary>
public sealed class SignedNoteTests
{
    // golang.org/x/mod/sumdb/note, example_test.go: a published key, text and signature.
    private const string PublishedKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    private const string PublishedNote = """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

        """;

    private static readonly LedgerKey Key = new(1);

    [Fact]
    public void A_published_note_is_signed_by_the_published_key()
    {
        var key = NoteKey.Parse(PublishedKey);
        byte[] bytes = Encoding.UTF8.GetBytes(PublishedNote.ReplaceLineEndings("\n"));

        var note = SignedNote.Parse(bytes);

        Assert.Equal(PublishedKey, key.ToString());
        Assert.True(note.IsSignedBy(key));
        Assert.Equal(bytes, note.ToBytes());
        Assert.False((note with { Text = note.Text.Replace("don't", "do", StringComparison.Ordinal) }).IsSignedBy(key));
        Assert.False(note.IsSignedBy(Key.Public));
    }

    [Theory]
    [InlineData("")]
    [InlineData("PeterNeumann")]
    [InlineData("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")]
    [InlineData("PeterNeumann+c74f20a3+ARpc2Q")]
    public void What_is_no_key_is_refused(string text) => Assert.Throws<FormatException>(() => NoteKey.Parse(text));

    [Fact]
    public void A_key_is_meant_by_its_text_or_its_fingerprint_however_people_write_it()
    {
        string fingerprint = Key.Public.Fingerprint.Hex;

        Assert.True(Key.Public.IsMeantBy(Key.Public.ToString()));
        Assert.True(Key.Public.IsMeantBy(fingerprint.ToUpperInvariant()));
        Assert.True(Key.Public.IsMeantBy(string.Join(' ', fingerprint.Chunk(4).Select(part => new string(part)))));
        Assert.False(Key.Public.IsMeantBy(fingerprint[..^1]));
        Assert.False(Key.Public.IsMeantBy(new LedgerKey(2).Public.Fingerprint.Hex));
    }

    [Theory]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n- name AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n— name AAAAAAB=\n")]
    [InlineData("text\n\n— na+me AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAAAAAA")]
    [InlineData("te\u0001xt\n\n— name AAAAAAAA\n")]
    public void What_is_no_note_is_refused(string text) =>
        Assert.Throws<FormatException>(() => SignedNote.Parse(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Signatures_of_others_are_carried_along_and_two_under_one_key_count_as_none()
    {
        var note = Key.Sign(new LedgerKey(2).Sign("text\n"));

        Assert.True(SignedNote.Parse(note.ToBytes()).IsSignedBy(Key.Public));
        Assert.False(Key.Sign(note).IsSignedBy(Key.Public));
    }

    [Fact]
    public void A_checkpoint_is_three_lines_and_nothing_else()
    {
        var checkpoint = new Checkpoint("auradashboard.ledger/1", 12, Digest.Of("root"u8));

        Assert.Equal("auradashboard.ledger/1\n12\nSBPJTiyhUgGOtyD2oS8kYsbYSEwS7Vj1GiHPTfPqd9Y=\n".Length, checkpoint.ToString().Length);
        Assert.Equal(checkpoint, Checkpoint.Parse(checkpoint.ToString()));
        foreach (string broken in (string[])
            [
                "", "origin\n1\n", $"{checkpoint}more\n", checkpoint.ToString().Replace("\n12\n", "\n012\n", StringComparison.Ordinal),
                checkpoint.ToString().Replace("\n12\n", "\n-1\n", StringComparison.Ordinal), $"\n12\n{Convert.ToBase64String(new byte[32])}\n",
                "origin\n12\nAAAA\n", checkpoint.ToString().TrimEnd('\n'),
            ])
        {
            Assert.Throws<FormatException>(() => Checkpoint.Parse(broken));
        }
    }

    [Fact]
    public void Proofs_are_read_back_to_the_same_bytes_and_prove_what_they_say()
    {
        byte[] entry = "entry"u8.ToArray();
        var (leaf, other) = (MerkleTree.LeafHash(entry), MerkleTree.LeafHash("other"u8));
        var root = MerkleTree.NodeHash(leaf, other);
        var note = Key.Sign(new Checkpoint(LedgerKey.Origin, 2, root).ToString());

        var inclusion = InclusionProof.Parse(new InclusionProof(0, [other], note).ToBytes());
        var consistency = ConsistencyProof.Parse(new ConsistencyProof(1, [other], note).ToBytes());

        Assert.StartsWith("c2sp.org/tlog-proof@v1\nindex 0\n", inclusion.ToString(), StringComparison.Ordinal);
        Assert.True(inclusion.Proves(entry));
        Assert.False(inclusion.Proves("entrY"u8));
        Assert.StartsWith("old 1\n", consistency.ToString(), StringComparison.Ordinal);
        Assert.True(consistency.Proves(leaf));
        Assert.False(consistency.Proves(other));
        foreach (string broken in (string[])["", "index 0\n\n", "c2sp.org/tlog-proof@v1\nindex 00\n\n" + note, "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n" + note])
            Assert.Throws<FormatException>(() => InclusionProof.Parse(Encoding.UTF8.GetBytes(broken)));
        foreach (string broken in (string[])["", "old x\n\n" + note, "old 1\nAAAA\n\n" + note])
            Assert.Throws<FormatException>(() => ConsistencyProof.Parse(Encoding.UTF8.GetBytes(broken)));
    }
}
