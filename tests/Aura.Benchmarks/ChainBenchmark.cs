using System.Runtime.Versioning;
using System.Security.Cryptography;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Testing;

namespace Aura.Benchmarks;

/// <summary>The hash chain over a day's entries.</summary>
[SupportedOSPlatform("linux")]
internal static class ChainBenchmark
{
    private const int Entries = 10_000;
    private const int Repeats = 100;
    private const double Goal = 2.5;

    public static Figure Run()
    {
        var entries = Record();
        byte[] digest = new byte[SHA256.HashSizeInBytes];
        var least = Interleaved.Least(
            Repeats,
            () =>
            {
                foreach (var entry in entries)
                    SHA256.HashData(entry.Bytes.Span, digest);
            },
            () => Follow(entries));
        return Figure.OfRatio(
            $"verify the chain, {Entries} entries", least[1], least[0], Goal,
            "Thread CPU time, least of the repeats: form, place, link and hash of every entry, against SHA-256 of the same bytes.");
    }

    private static void Follow(IReadOnlyList<SealedEntry> entries)
    {
        var head = LedgerHead.Empty;
        foreach (var entry in entries)
            head = LedgerChain.Follow(head, entry.Bytes.Span, entry.Hash) is ChainStep.Linked linked
                ? linked.Head
                : throw new InvalidOperationException("The workload's chain is broken.");
    }

    private static List<SealedEntry> Record()
    {
        var entries = new List<SealedEntry>(Entries);
        var head = LedgerHead.Empty;
        var some = Digest.Of("benchmark"u8);
        for (int number = 1; number <= Entries; number++)
        {
            var round = new RoundNumber(number);
            var entry = SealedEntry.Of(new LedgerEntry(
                number, EntryKind.Round, Standard.SlotOf(round).Instant, round, null, some, some, some, some, some, head.Hash));
            entries.Add(entry);
            head = entry.Head;
        }

        return entries;
    }
}
