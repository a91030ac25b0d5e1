using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Verification;

namespace Aura.Dashboard.Audit;

/// <summary>
/// Reads the ledger once for each file, in batches, so that ten thousand rounds never lie in memory. What is exported is
/// not decided again here: whoever receives it does.
/// </summary>
internal sealed class EvidenceExport(
    ILedgerArchive archive, ILedgerTree tree, ICheckpointArchive kept, ILedgerReplay replay, ICheckpoints checkpoints,
    CheckpointKeys keys, TimeProvider time) : IEvidenceExport
{
    private const int Batch = 100;

    public async Task WriteAsync(BundleRange range, string actorId, Stream target, CancellationToken cancellationToken)
    {
        var (first, last) = await LocateAsync(range, cancellationToken);
        var note = await checkpoints.RequireAsync(last, cancellationToken);
        var state = await replay.StateBeforeAsync(first, cancellationToken);
        var rules = new List<RuleSet>();
        await using var bundle = new BundleWriter(target);
        await bundle.WriteAsync(BundleNames.State, state.ToBytes(), cancellationToken);
        await bundle.WriteLinesAsync(BundleNames.Entries, EntriesAsync(first, last, cancellationToken), cancellationToken);
        await bundle.WriteLinesAsync(BundleNames.RuleSets, RuleSetsAsync(first, last, rules, cancellationToken), cancellationToken);
        await bundle.WriteLinesAsync(BundleNames.Documents, DocumentsAsync(first, last, cancellationToken), cancellationToken);
        await bundle.WriteLinesAsync(BundleNames.Bodies, BodiesAsync(first, last, cancellationToken), cancellationToken);
        int count = await WriteCheckpointsAsync(bundle, first, note, cancellationToken);
        await WriteProofsAsync(bundle, first, last, note, cancellationToken);

        var manifest = new BundleManifest(
            Checkpoint.Parse(note.Text).Origin, first, last, count, [.. keys.Public.Select(key => key.ToString())],
            rules.Any(used => used.Market.Mode is not MarketMode.Live), InstantText.Truncate(time.GetUtcNow()), actorId, []);
        await bundle.WriteAsync(
            BundleNames.Readme, BundleReadme.Of(range, manifest, keys.Active, rules[^1].Market.Mode), cancellationToken);
        await bundle.SealAsync(manifest, text => ValueTask.FromResult(keys.SignAlone(text)), cancellationToken);
    }

    // From the round itself, the very first one with what came before it, to what was recorded before the next round.
    private async Task<(long First, long Last)> LocateAsync(BundleRange range, CancellationToken cancellationToken)
    {
        var from = await archive.OfRoundAsync(range.From, cancellationToken)
            ?? throw new InvalidDataException($"Round {range.From} is not in the ledger.");
        if (!LedgerEntry.Parse(from.Bytes.Span).IsFrozen)
            throw new InvalidDataException(
                $"Round {range.From} was recorded before the formats were frozen; it can be read and followed, but not decided again.");
        var behind = await archive.OfRoundAsync(range.To.Next, cancellationToken);
        var head = await archive.HeadAsync(cancellationToken);
        return (range.From.Value == 1 ? 1 : from.Sequence, behind is null ? head!.Sequence : behind.Sequence - 1);
    }

    private async IAsyncEnumerable<StoredEntry> ReadAsync(
        long first, long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long next = first; next <= last;)
        {
            var entries = await archive.AfterAsync(next - 1, (int)Math.Min(Batch, last - next + 1), cancellationToken);
            foreach (var entry in entries)
                yield return entry;
            next += entries.Count > 0 ? entries.Count : throw new InvalidDataException($"Entry {next} is not in the ledger.");
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> EntriesAsync(
        long first, long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entry in ReadAsync(first, last, cancellationToken))
            yield return entry.Bytes;
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> RuleSetsAsync(
        long first, long last, List<RuleSet> rules, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var named = new HashSet<Digest>();
        await foreach (var entry in ReadAsync(first, last, cancellationToken))
        {
            var digest = LedgerEntry.Parse(entry.Bytes.Span).Configuration;
            if (!named.Add(digest))
                continue;
            var bytes = await archive.RuleSetDocumentAsync(digest, cancellationToken);
            rules.Add(RuleSet.Parse(bytes.Span));
            yield return bytes;
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> DocumentsAsync(
        long first, long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var stored in ReadAsync(first, last, cancellationToken))
        {
            var entry = LedgerEntry.Parse(stored.Bytes.Span);
            yield return await archive.DocumentAsync(entry.Evidence, cancellationToken);
            if (entry.Outcome is { } outcome)
                yield return await archive.DocumentAsync(outcome, cancellationToken);
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> BodiesAsync(
        long first, long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var named = new HashSet<Digest>();
        await foreach (var stored in ReadAsync(first, last, cancellationToken))
        {
            var entry = LedgerEntry.Parse(stored.Bytes.Span);
            if (entry.Kind is not EntryKind.Round)
                continue;
            var evidence = RoundEvidence.Parse((await archive.DocumentAsync(entry.Evidence, cancellationToken)).Span);
            List<Digest> more = [.. evidence.Bodies.Where(named.Add)];
            var found = (await archive.BodiesAsync(more, cancellationToken)).ToDictionary(body => body.Hash);
            foreach (var hash in more)
                yield return found.TryGetValue(hash, out var body)
                    ? BundleBody.Of(hash, body.Bytes.Span).ToBytes()
                    : throw new InvalidDataException($"The body {hash} of round {entry.Round} is not in the database.");
        }
    }

    private async Task<int> WriteCheckpointsAsync(
        BundleWriter bundle, long first, SignedNote last, CancellationToken cancellationToken)
    {
        var end = Checkpoint.Parse(last.Text);
        // Hosts that share a database and not a state folder sign with keys of their own; one bundle speaks for one host.
        var own = keys.Public;
        var between = (await kept.BetweenAsync(end.Origin, first, end.Size - 1, cancellationToken))
            .Where(note => own.Any(note.IsSignedBy));
        ImmutableArray<SignedNote> all = [.. between, last];
        for (int i = 0; i < all.Length; i++)
        {
            await bundle.WriteAsync(BundleNames.Checkpoint(i + 1), all[i].ToBytes(), cancellationToken);
            if (i == 0)
                continue;
            var (before, after) = (Checkpoint.Parse(all[i - 1].Text), Checkpoint.Parse(all[i].Text));
            var proof = new ConsistencyProof(
                before.Size, await tree.ConsistencyAsync(before.Size, after.Size, cancellationToken), all[i]);
            await bundle.WriteAsync(BundleNames.Consistency(i + 1), proof.ToBytes(), cancellationToken);
        }

        return all.Length;
    }

    private async Task WriteProofsAsync(
        BundleWriter bundle, long first, long last, SignedNote note, CancellationToken cancellationToken)
    {
        long size = Checkpoint.Parse(note.Text).Size;
        foreach (var (name, sequence) in ((string, long)[])[(BundleNames.FirstProof, first), (BundleNames.LastProof, last)])
        {
            var hashes = await tree.InclusionAsync(sequence - 1, size, cancellationToken);
            await bundle.WriteAsync(name, new InclusionProof(sequence - 1, hashes, note).ToBytes(), cancellationToken);
        }
    }
}
