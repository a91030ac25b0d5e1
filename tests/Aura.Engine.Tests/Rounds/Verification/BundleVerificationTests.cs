using System.IO.Compression;
using System.Text;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Verification;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds.Verification;

public sealed class BundleVerificationTests(BundleVerificationTests.Recorded recorded)
    : IClassFixture<BundleVerificationTests.Recorded>
{
    private static readonly LedgerKey Key = new(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void A_whole_ledger_verifies_and_says_what_was_proved()
    {
        var result = Verify(recorded.Whole, Key.Public.Fingerprint.Hex);

        Assert.Null(result.Failure);
        Assert.Equal(VerificationVerdict.Verified, result.Verdict);
        Assert.Equal(Key.Public.Fingerprint.Hex, result.SignedBy);
        Assert.Equal(5, result.Proved.Length);
        Assert.StartsWith("67 entries, 1 to 67, follow one another", result.Proved[0], StringComparison.Ordinal);
        Assert.StartsWith("50 rounds, 16 commands and 1 notice were decided again", result.Proved[1], StringComparison.Ordinal);
        Assert.Contains("observations of nodes carry valid signatures", result.Proved[2], StringComparison.Ordinal);
        Assert.StartsWith("4 signed checkpoints of auradashboard.ledger/test extend one another; the last one, of 67 entries,", result.Proved[3], StringComparison.Ordinal);
        Assert.Contains("Every byte of the 15 files is covered", result.Proved[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 30)]
    [InlineData(31, 67)]
    [InlineData(40, 40)]
    [InlineData(67, 67)]
    public async Task Any_part_of_a_ledger_verifies(int first, int last)
    {
        byte[] part = await new TestBundle(recorded.Ledger, Key).WriteAsync(first, last, Cancelled);

        Assert.Null(Verify(part, Key.Public.ToString()).Failure);
    }

    [Fact]
    public void Without_an_expected_key_the_signer_is_not_confirmed() =>
        Assert.Equal(VerificationVerdict.SignerNotConfirmed, Verify(recorded.Whole, " ").Verdict);

    [Fact]
    public async Task Another_signer_than_the_expected_one_fails_although_everything_holds()
    {
        byte[] forged = await new TestBundle(recorded.Ledger, new LedgerKey(2)).WriteAsync(1, 67, Cancelled);

        var result = Verify(forged, Key.Public.Fingerprint.Hex);

        Assert.Equal((VerificationVerdict.Failed, "the signer"), (result.Verdict, result.Failure!.Record));
        Assert.Equal(VerificationVerdict.SignerNotConfirmed, Verify(forged, null).Verdict);
    }

    [Theory]
    // The digit of a price in the report of round 17, in what a vendor answered, and in the evidence of a command.
    [InlineData(BundleNames.Documents, "\"price\":\"3367\"", "\"price\":\"3867\"", "round 17 (entry 23)", "its outcome is altered")]
    [InlineData(BundleNames.Documents, "A drill in round 12.", "A drill in round 21.", "(entry 17)", "its evidence is altered")]
    [InlineData(BundleNames.Entries, "\"sequence\":30", "\"sequence\":31", "entry 30", "carries the sequence 31")]
    [InlineData(BundleNames.RuleSets, "\"quorumPercent\":67", "\"quorumPercent\":51", "notice (entry 1)", "rule set is altered")]
    [InlineData(BundleNames.State, "\"round\":0", "\"round\":1", "notice (entry 1)", "initial state")]
    [InlineData(BundleNames.Readme, "test", "fest", BundleNames.Readme, "not the file that the manifest lists")]
    [InlineData(BundleNames.Manifest, "auditor-1", "auditor-2", BundleNames.Seal, "not signed by the key")]
    [InlineData("checkpoints/00002.txt", "\n40\n", "\n41\n", "checkpoints/00002.txt", "None of the keys")]
    [InlineData("consistency/00002.txt", "old 20", "old 21", "consistency/00002.txt", "does not prove")]
    [InlineData(BundleNames.FirstProof, "index 0", "index 1", BundleNames.FirstProof, "not the proof of this entry")]
    public void A_changed_digit_is_red_and_names_the_record(string file, string was, string with, string record, string reason)
    {
        byte[] changed = BundleEdit.Replace(recorded.Whole, file, was, with);

        var result = Verify(changed, null);

        Assert.Equal(VerificationVerdict.Failed, result.Verdict);
        Assert.Contains(record, result.Failure!.Record, StringComparison.Ordinal);
        Assert.Contains(reason, result.Failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_answer_of_a_vendor_names_the_round_that_read_it()
    {
        byte[] changed = BundleEdit.Replace(recorded.Whole, BundleNames.Bodies, "3367", "3867");

        var failure = Verify(changed, null).Failure!;

        Assert.Equal("round 17 (entry 23)", failure.Record);
        Assert.Contains("The answer of a vendor with the hash", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_missing_file_fails_by_name()
    {
        foreach (string file in BundleEdit.Names(recorded.Whole))
        {
            var failure = Verify(BundleEdit.Rewrite(recorded.Whole, (name, bytes) => name == file ? null : bytes), null).Failure;

            Assert.NotNull(failure);
            Assert.Contains(file is BundleNames.Readme ? "lists files that are not there" : file, failure.Reason + failure.Record, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_unknown_file_fails_by_name()
    {
        byte[] more = BundleEdit.Rewrite(recorded.Whole, (_, bytes) => bytes, ("notes.txt", "hello"u8.ToArray()));

        Assert.Equal("notes.txt", Verify(more, null).Failure?.Record);
    }

    [Fact]
    public void The_container_does_not_matter()
    {
        byte[] stored = BundleEdit.Rewrite(recorded.Whole, (_, bytes) => bytes, level: CompressionLevel.NoCompression);

        Assert.NotEqual(recorded.Whole.Length, stored.Length);
        Assert.Equal(VerificationVerdict.SignerNotConfirmed, Verify(stored, null).Verdict);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no archive")]
    public void What_is_no_bundle_fails(string text) =>
        Assert.Equal("the archive", Verify(Encoding.UTF8.GetBytes(text), null).Failure?.Record);

    private static VerificationResult Verify(byte[] zip, string? key) =>
        Assert.IsType<VerificationStep.Finished>(BundleVerification.Run(new MemoryStream(zip), key).Last()).Result;

    /// <summary>Fifty rounds and what happened between them, and the bundle of all of it.</summary>
    public sealed class Recorded : IAsyncLifetime
    {
        public IReadOnlyList<Commit> Ledger { get; private set; } = [];

        public byte[] Whole { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Ledger = await RecordedLedger.RecordAsync(50, Cancelled);
            Whole = await new TestBundle(Ledger, Key).WriteAsync(1, Ledger.Count, Cancelled);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
