using System.Collections.Immutable;
using System.Text;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Audit;

public sealed class LedgerChainTests
{
    private static readonly ImmutableArray<SealedEntry> Chain = Build(5);

    [Fact]
    public void An_untouched_chain_is_followed_to_its_end()
    {
        var head = LedgerHead.Empty;
        foreach (var entry in Chain)
            head = Assert.IsType<ChainStep.Linked>(Follow(head, entry)).Head;

        Assert.Equal(Chain[^1].Head, head);
    }

    [Fact]
    public void The_first_entry_follows_all_zeros() => Assert.Equal(default, Chain[0].Entry.Previous);

    [Fact]
    public void A_missing_entry_is_named() =>
        Breaks(3, "Entry 3 carries the sequence 4.", [Chain[0], Chain[1], Chain[3]]);

    [Fact]
    public void A_repeated_entry_is_named() =>
        Breaks(3, "Entry 3 carries the sequence 2.", [Chain[0], Chain[1], Chain[1]]);

    [Fact]
    public void A_fork_is_named() =>
        Breaks(
            2, "Entry 2 does not name the hash of the entry before it.",
            [Chain[0], SealedEntry.Of(Chain[1].Entry with { Previous = Digest.Of("elsewhere"u8) })]);

    [Fact]
    public void A_rewritten_entry_breaks_the_next_link()
    {
        var rewritten = SealedEntry.Of(Chain[2].Entry with { Outcome = Digest.Of("forged"u8) });

        Breaks(4, "Entry 4 does not name the hash of the entry before it.", [Chain[0], Chain[1], rewritten, Chain[3]]);
    }

    [Fact]
    public void A_changed_hash_is_named() =>
        Breaks(3, "Entry 3 does not have the hash that is stored with it.", [Chain[0], Chain[1], Chain[2] with { Hash = default }]);

    [Fact]
    public void A_changed_field_under_the_old_hash_is_named() =>
        Breaks(3, "Entry 3 does not have the hash that is stored with it.",
            [Chain[0], Chain[1], SealedEntry.Of(Chain[2].Entry with { Evidence = default }) with { Hash = Chain[2].Hash }]);

    [Fact]
    public void Another_rendering_of_the_same_fields_is_named()
    {
        byte[] spaced = [.. Chain[2].Bytes.ToArray(), (byte)' '];

        Breaks(3, "Entry 3 is not in canonical form.", [Chain[0], Chain[1], Chain[2] with { Bytes = spaced, Hash = Digest.Of(spaced) }]);
    }

    [Theory]
    [InlineData("""{"at":""", """{"aa":1,"at":""")]
    [InlineData("\"kind\":\"Round\"", "\"kind\":\"round\"")]
    [InlineData("\"sequence\":3", "\"sequence\":3,\"unknown\":true")]
    public void Whoever_decides_an_entry_again_reads_all_of_it(string written, string otherwise)
    {
        string text = Encoding.UTF8.GetString(Chain[2].Bytes.Span);
        byte[] altered = Encoding.UTF8.GetBytes(text.Replace(written, otherwise, StringComparison.Ordinal));
        Assert.NotEqual(Chain[2].Bytes.ToArray(), altered);

        Assert.Equal(Chain[2].Entry, LedgerEntry.ParseCanonical(Chain[2].Bytes.Span));
        Assert.Contains(
            "canonical", Assert.Throws<FormatException>(() => LedgerEntry.ParseCanonical(altered)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_stands_twice_is_named()
    {
        string text = Encoding.UTF8.GetString(Chain[2].Bytes.Span);
        byte[] twice = Encoding.UTF8.GetBytes(text.Replace("\"sequence\":3", "\"sequence\":9,\"sequence\":3", StringComparison.Ordinal));

        Breaks(3, "Entry 3 is not in canonical form.", [Chain[0], Chain[1], Chain[2] with { Bytes = twice, Hash = Digest.Of(twice) }]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not JSON")]
    [InlineData("""{"sequence":3}""")]
    public void Bytes_that_are_no_entry_are_named(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);

        string reason = Breaks(3, null, [Chain[0], Chain[1], Chain[2] with { Bytes = bytes, Hash = Digest.Of(bytes) }]);

        Assert.StartsWith("Entry 3 is not an entry:", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_has_no_canonical_form_is_named()
    {
        string text = Encoding.UTF8.GetString(Chain[2].Bytes.Span)
            .Replace("\"round\":3", "\"round\":9007199254740993", StringComparison.Ordinal);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.NotEqual(Chain[2].Bytes.ToArray(), bytes);

        Breaks(3, "Entry 3 is not in canonical form.", [Chain[0], Chain[1], Chain[2] with { Bytes = bytes, Hash = Digest.Of(bytes) }]);
    }

    [Fact]
    public void Every_single_flipped_bit_is_detected_at_its_entry()
    {
        var head = Chain[1].Head;
        for (int bit = 0; bit < Chain[2].Bytes.Length * 8; bit++)
        {
            byte[] flipped = Chain[2].Bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            var broken = Assert.IsType<ChainStep.Broken>(LedgerChain.Follow(head, flipped, Chain[2].Hash));

            Assert.Equal(3, broken.Sequence);
        }
    }

    [Fact]
    public void A_forger_who_repairs_the_hash_breaks_the_chain_behind_it()
    {
        for (int bit = 0; bit < Chain[2].Bytes.Length * 8; bit += 7)
        {
            byte[] flipped = Chain[2].Bytes.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            bool survives = LedgerChain.Follow(Chain[1].Head, flipped, Digest.Of(flipped)) is ChainStep.Linked linked
                && Follow(linked.Head, Chain[3]) is ChainStep.Linked;

            Assert.False(survives);
        }
    }

    private static string Breaks(long sequence, string? reason, ImmutableArray<SealedEntry> chain)
    {
        var head = LedgerHead.Empty;
        foreach (var entry in chain[..^1])
            head = Assert.IsType<ChainStep.Linked>(Follow(head, entry)).Head;

        var broken = Assert.IsType<ChainStep.Broken>(Follow(head, chain[^1]));
        Assert.Equal(sequence, broken.Sequence);
        if (reason is not null)
            Assert.Equal(reason, broken.Reason);
        return broken.Reason;
    }

    private static ChainStep Follow(LedgerHead head, SealedEntry entry) =>
        LedgerChain.Follow(head, entry.Bytes.Span, entry.Hash);

    private static ImmutableArray<SealedEntry> Build(int length)
    {
        var chain = ImmutableArray.CreateBuilder<SealedEntry>();
        var head = LedgerHead.Empty;
        for (long n = 1; n <= length; n++)
        {
            bool isRound = n != 2;
            chain.Add(SealedEntry.Of(new LedgerEntry(
                n, isRound ? EntryKind.Round : EntryKind.Command, Standard.Start.AddSeconds(n),
                isRound ? new RoundNumber(n) : null, isRound ? null : CommandBuilder.IdOf(2), Digest.Of("rules"u8),
                Digest.Of([(byte)n]), Digest.Of([(byte)(n + 1)]), Digest.Of("evidence"u8), Digest.Of("outcome"u8), head.Hash)));
            head = chain[^1].Head;
        }

        return chain.ToImmutable();
    }
}
