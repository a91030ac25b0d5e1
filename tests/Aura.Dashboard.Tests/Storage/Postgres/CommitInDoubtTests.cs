using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage;
using Aura.Dashboard.Storage.Postgres;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Aura.Dashboard.Tests.Storage.Postgres;

/// <summary>The connection breaks at the one moment that leaves open whether the commit happened.</summary>
public sealed class CommitInDoubtTests : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(13);

    private readonly FakeTimeProvider _clock = new(RoundDriver.FirstMoment);
    private readonly BreakingConnection _breaking = new();
    private TestDatabase _database = null!;
    private RoundDriver _rounds = null!;
    private TestDatabase _elsewhere = null!;
    private RoundDriver _other = null!;
    private RoundStore? _store;

    private IEnumerable<Commit.OfRound> Rounds =>
        RecordingStore.Of(_rounds.Host).Commits.Select(commit => commit.Commit).OfType<Commit.OfRound>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        _rounds = _database.Start(RecordingStore.In, _clock);
        // Started at the same moment, its ledger begins with the same entry, and the commits of one fit the other.
        _elsewhere = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        _other = _elsewhere.Start(clock: _clock);
        await _rounds.RunAsync(3);
    }

    public async ValueTask DisposeAsync()
    {
        _store?.Dispose();
        _rounds.Dispose();
        _other.Dispose();
        await _database.DisposeAsync();
        await _elsewhere.DisposeAsync();
    }

    [Theory]
    [InlineData(Moment.BeforeCommit)]
    [InlineData(Moment.AfterCommit)]
    public async Task A_commit_whose_answer_was_lost_is_there_once(Moment moment)
    {
        var store = Settling(_other.Host);

        foreach (var round in Rounds)
        {
            await store.ClaimSlotAsync(round.Report.Slot, Lease, Cancelled);
            _breaking.Next = moment;
            Assert.Equal(CommitResult.Committed, await FinishAsync(store, round));
            Assert.Equal(Moment.Never, _breaking.Next);
        }

        Assert.Equal(3, (await LedgerWalk.HoldsAsync(_other.Host)).Rounds);
    }

    [Fact]
    public async Task A_commit_whose_answer_was_lost_gives_way_to_another_host()
    {
        var store = Settling(_other.Host);
        var round = Rounds.First();
        await store.ClaimSlotAsync(round.Report.Slot, Lease, Cancelled);
        using var caller = await ApiCaller.SignInAsync(_other.Host);
        _breaking.Next = Moment.BeforeCommit;
        _breaking.Meanwhile = () => caller.TripAsync("GOLD", Command.Valid());

        Assert.Equal(CommitResult.LedgerMovedOn, await FinishAsync(store, round));

        var walk = await LedgerWalk.HoldsAsync(_other.Host);
        Assert.Equal((0, 1), (walk.Rounds, walk.Answers.Count));
    }

    // The pauses between attempts are on the host's clock.
    private async Task<CommitResult> FinishAsync(SettlingRoundStore store, Commit round)
    {
        var commit = store.CommitAsync([round], round.Entry.Entry.Sequence - 1);
        while (await Task.WhenAny(commit, Task.Delay(10, Cancelled)) != commit)
            _clock.Advance(TimeSpan.FromSeconds(1));
        return await commit;
    }

    private SettlingRoundStore Settling(AuraHost host)
    {
        _store = new RoundStore(new BreakingContexts(host.Get<PostgresDatabase>(), _breaking), _clock);
        return new SettlingRoundStore(_store, host.Get<ILedgerArchive>(), _clock);
    }

    public enum Moment
    {
        Never,
        BeforeCommit,
        AfterCommit,
    }

    private sealed class BreakingContexts(PostgresDatabase database, BreakingConnection breaking)
        : IDbContextFactory<AuraDbContext>
    {
        public AuraDbContext CreateDbContext() => new PostgresDbContext(
            new DbContextOptionsBuilder<PostgresDbContext>()
                .UseNpgsql(database.ConnectionString).AddInterceptors(breaking).Options);
    }

    private sealed class BreakingConnection : DbTransactionInterceptor
    {
        public Moment Next { get; set; }

        public Func<Task>? Meanwhile { get; set; }

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            System.Data.Common.DbTransaction transaction, TransactionEventData eventData, InterceptionResult result,
            CancellationToken cancellationToken = default)
        {
            if (Next is Moment.BeforeCommit)
            {
                await transaction.RollbackAsync(cancellationToken);
                if (Meanwhile is { } meanwhile)
                    await meanwhile();
                throw Broken();
            }

            return result;
        }

        public override Task TransactionCommittedAsync(
            System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData,
            CancellationToken cancellationToken = default) =>
            Next is Moment.AfterCommit ? throw Broken() : Task.CompletedTask;

        private NpgsqlException Broken()
        {
            Next = Moment.Never;
            return new NpgsqlException("The connection broke.", new IOException());
        }
    }
}
