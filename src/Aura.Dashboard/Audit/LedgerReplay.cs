using System.Diagnostics;
using System.Runtime.CompilerServices;
using Aura.Dashboard.Queries;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Verification;

namespace Aura.Dashboard.Audit;

/// <summary>Reads what an entry names and lets the engine decide it again.</summary>
internal sealed class LedgerReplay(ILedgerArchive archive, IStateArchive states) : ILedgerReplay
{
    private const int Batch = 100;

    public async IAsyncEnumerable<ReplayedEntry> FollowAsync(
        long first, long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (state, head) = await StartAsync(first, cancellationToken);
        var ruleSets = new Dictionary<Digest, RuleSet>();
        while (head.Sequence < last
            && await archive.AfterAsync(head.Sequence, Batch, cancellationToken) is { Count: > 0 } entries)
        {
            foreach (var stored in entries.Where(entry => entry.Sequence <= last))
            {
                var replayed = await FollowAsync(state, head, stored, ruleSets, cancellationToken);
                yield return replayed;
                if (replayed.State is not { } next)
                    yield break;
                (state, head) = (next, new LedgerHead(stored.Sequence, stored.Hash));
            }
        }
    }

    public async Task<EngineState> StateBeforeAsync(long sequence, CancellationToken cancellationToken)
    {
        EngineState? state = null;
        await foreach (var replayed in FollowAsync(sequence, sequence - 1, cancellationToken))
            state = replayed.State ?? throw new InvalidDataException(replayed.Fault);
        return state ?? (await StartAsync(sequence, cancellationToken)).State;
    }

    private async Task<(EngineState State, LedgerHead Head)> StartAsync(long sequence, CancellationToken cancellationToken)
    {
        if (await states.NearestBeforeAsync(sequence, cancellationToken) is { } stored
            && await archive.AfterAsync(stored.Sequence - 1, 1, cancellationToken) is [var entry])
            return (EngineState.Parse(stored.Bytes.Span), new LedgerHead(entry.Sequence, entry.Hash));

        return await archive.AfterAsync(0, 1, cancellationToken) is [var first]
            ? (Redecision.Genesis(LedgerEntry.Parse(first.Bytes.Span)), LedgerHead.Empty)
            : (EngineState.Initial, LedgerHead.Empty);
    }

    // Entries from before the formats were frozen are not decided again: the state after the last of them is stored.
    private async Task<EngineState?> StoredAfterAsync(long sequence, CancellationToken cancellationToken) =>
        await states.AfterAsync(sequence, cancellationToken) is { } kept ? EngineState.Parse(kept.Bytes.Span) : null;

    // Others begin with the stored state: an altered one would make entries look wrong that are not.
    private async Task<bool> IsKeptAsync(long sequence, EngineState next, CancellationToken cancellationToken) =>
        await states.AfterAsync(sequence, cancellationToken) is not { } kept || kept.Bytes.Span.SequenceEqual(next.ToBytes());

    private async Task<ReplayedEntry> FollowAsync(
        EngineState state, LedgerHead head, StoredEntry stored, Dictionary<Digest, RuleSet> ruleSets,
        CancellationToken cancellationToken)
    {
        var link = LedgerChain.Follow(head, stored.Bytes.Span, stored.Hash);
        if (link is ChainStep.Broken broken)
            return new ReplayedEntry(stored, null, default, default, null, broken.Reason);

        try
        {
            var entry = LedgerEntry.ParseCanonical(stored.Bytes.Span);
            if (!entry.IsFrozen)
                return new ReplayedEntry(
                    stored, entry, default, default, await StoredAfterAsync(stored.Sequence, cancellationToken) ?? state, null);

            if (!ruleSets.TryGetValue(entry.Configuration, out var rules))
                ruleSets.Add(entry.Configuration, rules = await archive.RuleSetAsync(entry.Configuration, cancellationToken));
            var evidence = await archive.DocumentAsync(entry.Evidence, cancellationToken);
            var outcome = entry.Outcome is { } named ? await archive.DocumentAsync(named, cancellationToken) : default;
            var bodies = entry.Kind is EntryKind.Round && Digest.Of(evidence.Span) == entry.Evidence
                ? await archive.BodiesAsync(RoundEvidence.Parse(evidence.Span).Bodies, cancellationToken)
                : [];
            return Redecision.Follow(
                state, entry, rules, evidence, outcome, hash => bodies.FirstOrDefault(body => body.Hash == hash)?.Bytes) switch
            {
                RedecisionStep.Same same when await IsKeptAsync(stored.Sequence, same.Next, cancellationToken) =>
                    new ReplayedEntry(stored, entry, evidence, outcome, same.Next, null),
                RedecisionStep.Same => new ReplayedEntry(
                    stored, entry, evidence, outcome, null,
                    $"The state that is stored after entry {stored.Sequence} is not the one that it leads to."),
                RedecisionStep.Different different => new ReplayedEntry(
                    stored, entry, evidence, outcome, null,
                    $"Entry {stored.Sequence}, decided again: {different.Reason}."),
                _ => throw new UnreachableException(),
            };
        }
        catch (Exception exception) when (exception is FormatException or KeyNotFoundException)
        {
            return new ReplayedEntry(
                stored, null, default, default, null, $"Entry {stored.Sequence}: {exception.Message}");
        }
    }
}
