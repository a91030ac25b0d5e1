using System.Collections.Immutable;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Testing;

/// <summary>A round store in memory that keeps the port's promises: one moment, one transaction, unique command ids.</summary>
public sealed class MemoryRoundStore : IRoundStore
{
    private readonly Lock _gate = new();
    private readonly HashSet<Slot> _claimed = [];
    private readonly Dictionary<Guid, PriorAnswer> _answers = [];
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

    public Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            LastLease = lease;
            return Task.FromResult<RoundNumber?>(_claimed.Add(slot) ? State.Round.Next : null);
        }
    }

    public async Task<bool> CommitAsync(Commit commit, long expectedSequence)
    {
        await BeforeCommit();
        lock (_gate)
        {
            Attempts++;
            if (_conflicts > 0)
            {
                _conflicts--;
                return false;
            }

            if (Head.Sequence != expectedSequence)
                return false;
            if (commit is Commit.OfCommand command)
                _answers.Add(command.Answer.Answer.CommandId, command.Answer);
            _commits = _commits.Add(commit);
            return true;
        }
    }
}
