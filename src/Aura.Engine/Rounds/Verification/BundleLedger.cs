using System.Diagnostics;
using System.Globalization;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Market;

namespace Aura.Engine.Rounds.Verification;

/// <summary>The entries of a bundle, each one decided again from what stands beside it.</summary>
internal sealed class BundleLedger(BundleArchive archive, BundleManifest manifest)
{
    private readonly Dictionary<Digest, RuleSet> _ruleSets = [];
    private readonly Dictionary<Digest, ReadOnlyMemory<byte>> _bodies = [];
    private readonly Dictionary<EntryKind, long> _decided = [];
    private long _signatures;

    /// <summary>The Merkle leaves of the entries, in order.</summary>
    public List<Digest> Leaves { get; } = [];

    /// <summary>Entries that hold so far.</summary>
    public long Done => Leaves.Count;

    /// <summary>Entries that the manifest states.</summary>
    public long Total => manifest.LastSequence - manifest.FirstSequence + 1;

    /// <summary>Follows the entries, one step for each.</summary>
    /// <param name="name">Told which record is looked at.</param>
    /// <exception cref="FormatException">The record looked at does not hold.</exception>
    public IEnumerable<VerificationStep> Follow(Action<string> name)
    {
        name(BundleNames.State);
        byte[] bytes = archive.Read(BundleNames.State);
        var state = EngineState.Parse(bytes);
        BundleRun.Demand(state.ToBytes().AsSpan().SequenceEqual(bytes), "It is not in canonical form.");

        using var entries = archive.Lines(BundleNames.Entries);
        using var documents = archive.Lines(BundleNames.Documents);
        using var ruleSets = archive.Lines(BundleNames.RuleSets);
        using var bodies = archive.Lines(BundleNames.Bodies);
        LedgerHead? head = null;
        for (long sequence = manifest.FirstSequence; sequence <= manifest.LastSequence; sequence++)
        {
            name($"entry {sequence}");
            var line = Line(entries, "It is missing.");
            head ??= Before(sequence, line);
            var entry = Linked(head, line);
            name(NameOf(entry));
            if (sequence == 1)
                BundleRun.Demand(state.ToDigest() == Redecision.Genesis(entry).ToDigest(), "The ledger does not begin with the initial state.");

            var rules = RuleSetOf(entry, ruleSets);
            var evidence = Line(documents, "Its evidence is missing.");
            var outcome = entry.Outcome is null ? default : Line(documents, "Its outcome is missing.");
            var step = Redecision.Follow(state, entry, rules, evidence, outcome, hash => BodyOf(hash, bodies));
            state = step switch
            {
                RedecisionStep.Same same => same.Next,
                RedecisionStep.Different different => throw new FormatException($"Decided again, {different.Reason}."),
                _ => throw new UnreachableException(),
            };
            _signatures += ((RedecisionStep.Same)step).Signatures;
            _decided[entry.Kind] = _decided.GetValueOrDefault(entry.Kind) + 1;
            head = new LedgerHead(sequence, Digest.Of(line.Span));
            Leaves.Add(MerkleTree.LeafHash(line.Span));
            yield return new VerificationStep.Progress(Done, Total, NameOf(entry));
        }

        foreach (var (file, lines) in ((string, BundleLines)[])
            [
                (BundleNames.Entries, entries), (BundleNames.Documents, documents), (BundleNames.RuleSets, ruleSets),
                (BundleNames.Bodies, bodies),
            ])
        {
            name(file);
            BundleRun.Demand(lines.Next() is null, "It holds more than the entries name.");
        }

        name(BundleNames.Manifest);
        BundleRun.Demand(
            manifest.DemoKeys == _ruleSets.Values.Any(rules => rules.Market.Mode is not MarketMode.Live),
            "It says otherwise than the rule sets whether the keys of the nodes are for demonstration.");
    }

    /// <summary>What following the entries has proved.</summary>
    public IEnumerable<string> Proved() =>
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted(Total, "entry", "entries")}, {manifest.FirstSequence} to {manifest.LastSequence}, follow one another without a gap, each naming the hash of the one before it."),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Count(EntryKind.Round, "round")}, {Count(EntryKind.Command, "command")} and {Count(EntryKind.Notice, "notice")} were decided again from their evidence, under {Counted(_ruleSets.Count, "rule set", "rule sets")}, to the same bytes."),
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_signatures} observations of nodes carry valid signatures; {_bodies.Count} vendor answers have the hash that the nodes signed."),
        ];

    private string Count(EntryKind kind, string one) => Counted(_decided.GetValueOrDefault(kind), one, $"{one}s");

    private static string Counted(long count, string one, string more) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : more)}");

    private static LedgerHead Before(long sequence, ReadOnlyMemory<byte> line) =>
        sequence == 1 ? LedgerHead.Empty : new LedgerHead(sequence - 1, LedgerEntry.Parse(line.Span).Previous);

    private static LedgerEntry Linked(LedgerHead head, ReadOnlyMemory<byte> line) =>
        LedgerChain.Follow(head, line.Span, Digest.Of(line.Span)) switch
        {
            ChainStep.Linked => LedgerEntry.ParseCanonical(line.Span),
            ChainStep.Broken broken => throw new FormatException(broken.Reason),
            _ => throw new UnreachableException(),
        };

    private RuleSet RuleSetOf(LedgerEntry entry, BundleLines lines)
    {
        if (_ruleSets.TryGetValue(entry.Configuration, out var known))
            return known;

        var line = Line(lines, "Its rule set is missing.");
        BundleRun.Demand(Digest.Of(line.Span) == entry.Configuration, "Its rule set is altered.");
        var rules = RuleSet.Parse(line.Span);
        _ruleSets.Add(entry.Configuration, rules);
        return rules;
    }

    private ReadOnlyMemory<byte>? BodyOf(Digest hash, BundleLines lines)
    {
        if (_bodies.TryGetValue(hash, out var known))
            return known;

        var line = Line(lines, "An answer of a vendor is missing.");
        var body = BundleBody.Parse(line.Span);
        BundleRun.Demand(
            body.Sha256 == hash && body.Bytes is { } bytes && Digest.Of(bytes.Span) == hash
            && body.ToBytes().AsSpan().SequenceEqual(line.Span),
            $"The answer of a vendor with the hash {hash.Short} is altered.");
        _bodies.Add(hash, body.Bytes.GetValueOrDefault());
        return body.Bytes;
    }

    private static ReadOnlyMemory<byte> Line(BundleLines lines, string otherwise) =>
        lines.Next() ?? throw new FormatException(otherwise);

    private static string NameOf(LedgerEntry entry) => entry switch
    {
        { Kind: EntryKind.Round } => string.Create(CultureInfo.InvariantCulture, $"round {entry.Round} (entry {entry.Sequence})"),
        { Kind: EntryKind.Command } => string.Create(CultureInfo.InvariantCulture, $"command {entry.CommandId} (entry {entry.Sequence})"),
        { Kind: EntryKind.Notice } => string.Create(CultureInfo.InvariantCulture, $"notice (entry {entry.Sequence})"),
        _ => throw new UnreachableException(),
    };
}
