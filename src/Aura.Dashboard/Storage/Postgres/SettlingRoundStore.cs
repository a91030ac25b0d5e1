using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Aura.Dashboard.Storage.Postgres;

/// <summary>
/// Outlives a restart of the server. A connection that breaks during a commit leaves open whether the commit happened;
/// the ledger tells: the entry at its sequence is this one, another one, or not there yet. So a commit is repeated only
/// after looking, and no decision is ever written twice.
/// </summary>
internal sealed class SettlingRoundStore(RoundStore store, ILedgerArchive archive, TimeProvider time) : IRoundStore
{
    // About six seconds in all: a server that takes longer to come back fails the round or command. Its id settles it
    // when the client asks again.
    private readonly ResiliencePipeline _patience = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(IsServerGone),
            MaxRetryAttempts = 6,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(100),
        })
        .Build();

    public Task<EngineSnapshot> LoadAsync(Guid? commandId, CancellationToken cancellationToken) =>
        _patience.ExecuteAsync(
            async cancelled => await store.LoadAsync(commandId, cancelled), cancellationToken).AsTask();

    public Task<Arrears> LoadArrearsAsync(Slot before, DateTimeOffset now, CancellationToken cancellationToken) =>
        _patience.ExecuteAsync(
            async cancelled => await store.LoadArrearsAsync(before, now, cancelled), cancellationToken).AsTask();

    // A claim in doubt that did happen is refused when repeated: the slot then counts as abandoned, which it is.
    public Task<RoundNumber?> ClaimSlotAsync(Slot slot, TimeSpan lease, CancellationToken cancellationToken) =>
        _patience.ExecuteAsync(
            async cancelled => await store.ClaimSlotAsync(slot, lease, cancelled), cancellationToken).AsTask();

    public Task<CommitResult> CommitAsync(IReadOnlyList<Commit> commits, long expectedSequence)
    {
        // All of them or none: the last tells.
        var last = commits[^1];
        bool inDoubt = false;
        return _patience.ExecuteAsync(async _ =>
        {
            if (inDoubt && await FindAsync(last) is { } recorded)
                return recorded == last.Entry.Hash ? CommitResult.Committed : CommitResult.LedgerMovedOn;

            bool isRepeated = inDoubt;
            inDoubt = true;
            var result = await store.CommitAsync(commits, expectedSequence);
            // The old session may still have been committing while its ledger was looked at; it is over by the time
            // that the second attempt gets past its row lock.
            return isRepeated && result is CommitResult.LedgerMovedOn && await FindAsync(last) == last.Entry.Hash
                ? CommitResult.Committed
                : result;
        }).AsTask();
    }

    // Kept once under its id, however often it is tried.
    public Task KeepRefusalAsync(PriorAnswer answer, string actorId, DateTimeOffset at) =>
        _patience.ExecuteAsync(async _ => await store.KeepRefusalAsync(answer, actorId, at)).AsTask();

    private async Task<Digest?> FindAsync(Commit commit)
    {
        long sequence = commit.Entry.Entry.Sequence;
        var entries = await archive.AfterAsync(sequence - 1, 1, CancellationToken.None);
        return entries is [{ } found] && found.Sequence == sequence ? found.Hash : null;
    }

    // EF wraps what it takes for transient, and the driver does not count a shutdown among it. It counts a full disk, but
    // that lasts: who waits for an answer is told at once that nothing was recorded.
    private static bool IsServerGone(Exception exception)
    {
        if (exception is NotRecordedException)
            return false;
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
                or NpgsqlException { IsTransient: true })
                return true;
        return false;
    }
}
