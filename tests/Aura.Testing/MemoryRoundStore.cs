using System.Collections.Immutable;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Testing;

/// <summary>A round store in memory that keeps the port's promises: one moment, one transaction, unique command ids.</summary>
public sealed class MemoryRoundStore : IRoundStore
{
    private readonly Lock _gate = new();
    private SortedDictionary<Slot, Claim> _slots = [];
    private List<(string Actor, DateTimeOffset At)> _refusals = [];
    private Dictionary<Guid, PriorAnswer> _answers = [];
    private ImmutableArray<Commit> _commits = [];
    private int _conflicts;

    /// <summary>Everything that was committed, in order.</summary>
    public ImmutableArray<Commit> Commits
    {
        get
        {
            lock (_gate)
                return _commits;
        }
    }

    /// <summary>The state after the last commit.</summary>
    public EngineState State => Commits is [.., var last] ? last.State : EngineState.Initial;

    /// <summary>The ledger's end.</summary>
    public LedgerHead Head => Commits is [.., var last] ? last.Entry.Head : LedgerHead.Empty;

    /// <summary>How often <see cref="CommitAsync"/> was called, conflicts included.</summary>
    public int Attempts { get; private set; }

    /// <summary>The lease of the last claim.</summary>
    public TimeSpan? LastLease { get; private set; }

    /// <summary>Runs before each commit, as another process would between this one's load and commit.</summary>
    public Func<Task> BeforeCommit { get; set; } = () => Task.CompletedTask;

    /// <summary>Lets the next commits find that the ledger has moved on.</summary>
    public MemoryRoundStore WithConflicts(int times)
    {
        _conflicts = times;
        return this;
    }

    public Task<EngineSnapshot> LoadAsync(Guid? commandId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
            return Task.FromResult(new EngineSnapshot(
                State, Head, commandId is { } id ? _answers.GetValueOrDefault(id) : null));
    }

    public Task<Arrears> LoadArrearsAsync(Slot before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var earlier = _slots.Where(slot => slot.Key.CompareTo(before) < 0).ToList();
            return Task.FromResult(new Arrears(
                earlier.Count == 0 ? null : earlier[^1].Key,
                [.. earlier.Where(slot => !slot.Value.HasEnded && slot.Value.LeaseEnds <= now)
                    .Select(slot => new Notice.SlotAbandoned(slot.Key, slot.Value.Round, SlotAbandonment.LeaseOver))],
                [.. _refusals.GroupBy(refusal => refusal.Actor, StringComparer.Ordinal)
                    .Select(actor => new Notice.RefusalsSummarised(
                        actor.Key, actor.Min(refusal => refusal.At), actor.Max(refusal => refusal.At), actor.Count()))]));
        }
    }

    public Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            LastLease = lease;
            if (_slots.Keys.Any(known => known.CompareTo(slot) >= 0))
                return Task.FromResult<RoundNumber?>(null);

            _slots.Add(slot, new Claim(State.Round.Next, slot.Instant + lease, false));
            return Task.FromResult<RoundNumber?>(State.Round.Next);
        }
    }

    public async Task<CommitResult> CommitAsync(IReadOnlyList<Commit> commits, long expectedSequence)
    {
        await BeforeCommit();
        lock (_gate)
        {
            Attempts++;
            if (_conflicts > 0)
            {
                _conflicts--;
                return CommitResult.LedgerMovedOn;
            }

            if (Head.Sequence != expectedSequence)
                return CommitResult.LedgerMovedOn;
            var (slots, refusals, answers) = (_slots, _refusals, _answers);
            // A single one that cannot be ended changes nothing.
            if (commits.Count > 1)
                (_slots, _refusals, _answers) = (new(slots), [.. refusals], new(answers));
            if (!commits.All(TryEnd))
            {
                (_slots, _refusals, _answers) = (slots, refusals, answers);
                return CommitResult.AlreadyEnded;
            }

            _commits = _commits.AddRange(commits);
            return CommitResult.Committed;
        }
    }

    public Task KeepRefusalAsync(PriorAnswer answer, string actorId, DateTimeOffset at)
    {
        lock (_gate)
        {
            _answers.TryAdd(answer.Answer.CommandId, answer);
            _refusals.Add((actorId, at));
        }

        return Task.CompletedTask;
    }

    private bool TryEnd(Commit commit)
    {
        switch (commit)
        {
            case Commit.OfCommand command:
                _answers.Add(command.Answer.Answer.CommandId, command.Answer);
                return true;
            case Commit.OfRound round:
                return TryEnd(round.Report.Slot);
            case Commit.OfNotice { Notice: Notice.SlotAbandoned abandoned }:
                return TryEnd(abandoned.Slot);
            case Commit.OfNotice { Notice: Notice.SlotFailed failed }:
                return TryEnd(failed.Slot);
            case Commit.OfNotice { Notice: Notice.SlotsMissed missed }:
                return _slots.TryAdd(missed.Last, new Claim(RoundNumber.None, default, true));
            case Commit.OfNotice { Notice: Notice.RefusalsSummarised refused }:
                return _refusals.RemoveAll(refusal => refusal.Actor == refused.ActorId && refusal.At <= refused.Last) > 0;
            default:
                return true;
        }
    }

    // A round that was never claimed is committed too: many tests begin with the engine, not with the slot.
    private bool TryEnd(Slot slot)
    {
        if (!_slots.TryGetValue(slot, out var claim))
            return true;
        if (claim.HasEnded)
            return false;

        _slots[slot] = claim with { HasEnded = true };
        return true;
    }

    private sealed record Claim(RoundNumber Round, DateTimeOffset LeaseEnds, bool HasEnded);
}
