using Aura.Dashboard.Storage;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>The store on one of the providers; the promises are the same.</summary>
public abstract class RoundStoreTests(string provider) : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(13);

    private TestDatabase _database = null!;
    private RoundDriver _rounds = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private RecordingStore Store => RecordingStore.Of(_rounds.Host);

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        _rounds = _database.Start(RecordingStore.In);
    }

    public async ValueTask DisposeAsync()
    {
        _rounds.Dispose();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_new_database_holds_the_rule_set_in_force_and_no_answer()
    {
        var snapshot = await Store.LoadAsync(Command.NextId(), Cancelled);

        var rules = _rounds.Host.Get<RuleSet>().ToDigest();
        Assert.Equal((EngineState.Initial with { Configuration = rules }).ToBytes(), snapshot.State.ToBytes());
        Assert.Equal(1, snapshot.Head.Sequence);
        Assert.Null(snapshot.Prior);
    }

    [Fact]
    public async Task What_was_committed_is_what_is_loaded()
    {
        await _rounds.RunAsync(2);

        var snapshot = await Store.LoadAsync(null, Cancelled);

        var (last, _) = Store.Commits.Last();
        Assert.Equal(last.Entry.Head, snapshot.Head);
        Assert.Equal(last.State.ToBytes(), snapshot.State.ToBytes());
    }

    [Fact]
    public async Task A_claim_names_the_round_after_the_head()
    {
        Assert.Equal(new RoundNumber(1), await Store.ClaimSlotAsync(In(hours: 0), Lease, Cancelled));
        await _rounds.RunAsync(2);

        Assert.Equal(new RoundNumber(3), await Store.ClaimSlotAsync(In(hours: 2), Lease, Cancelled));
    }

    [Fact]
    public async Task A_slot_is_claimed_once()
    {
        await Store.ClaimSlotAsync(In(hours: 1), Lease, Cancelled);

        Assert.Null(await Store.ClaimSlotAsync(In(hours: 1), Lease, Cancelled));
    }

    [Fact]
    public async Task A_commit_that_expects_another_sequence_writes_nothing()
    {
        await _rounds.RunAsync(2);
        await using var elsewhere = await TestDatabase.CreateAsync(provider);
        using var other = elsewhere.Start(RecordingStore.In);
        await other.RunAsync();
        var before = await RowsAsync(other.Host);
        var (first, second) = (Store.Commits.First().Commit, Store.Commits.Last().Commit);

        Assert.Equal(CommitResult.LedgerMovedOn, await RecordingStore.Of(other.Host).CommitAsync([first], 0));
        Assert.Equal(CommitResult.LedgerMovedOn, await RecordingStore.Of(other.Host).CommitAsync([second], 7));

        Assert.Equal(before, await RowsAsync(other.Host));
        await LedgerWalk.HoldsAsync(other.Host);
    }

    [Fact]
    public async Task A_commit_that_fails_half_way_writes_nothing()
    {
        await _rounds.RunAsync(2);
        var before = await RowsAsync(_rounds.Host);
        var again = (Commit.OfRound)Store.Commits.Last().Commit;

        // It finds its sequence and an open slot and replaces the state, then fails on the entry that is already there.
        await using (var context = await OpenAsync(_rounds.Host))
            await context.Slots.ExecuteUpdateAsync(
                slot => slot.SetProperty(row => row.EndedBySequence, (long?)null), Cancelled);
        await Assert.ThrowsAnyAsync<Exception>(() => Store.CommitAsync([again], 3));

        Assert.Equal(before, await RowsAsync(_rounds.Host));
        await LedgerWalk.HoldsAsync(_rounds.Host);
    }

    [Fact]
    public async Task A_changed_settings_file_at_start_is_an_entry_naming_old_and_new()
    {
        await _rounds.RunAsync();
        var old = _rounds.Host.Get<RuleSet>().ToDigest();
        using var changed = _database.Start(host => host.With("Breaker:HalfOpenRounds", "5"), _rounds.Clock);

        var notices = (await LedgerWalk.HoldsAsync(changed.Host)).Notices;

        Assert.Equal(new Notice.RuleSetChanged(old, changed.Host.Get<RuleSet>().ToDigest()), notices[^1]);
        Assert.Equal(RoundRun.NotClaimed, await _rounds.TryRunAsync());
        Assert.Equal(2, (await changed.RunAsync()).Round.Value);
    }

    [Fact]
    public async Task A_rule_set_is_stored_once()
    {
        await _rounds.RunAsync(3);
        using var changed = _database.Start(host => host.With("Breaker:HalfOpenRounds", "5"), _rounds.Clock);
        await changed.RunAsync(2);

        await using var context = await OpenAsync(changed.Host);
        Assert.Equal(
            [1, 4],
            await context.RuleSets.OrderBy(rules => rules.FirstRound).Select(rules => rules.FirstRound)
                .ToListAsync(Cancelled));
        Assert.Equal(5, (await LedgerWalk.HoldsAsync(changed.Host)).Rounds);
    }

    [Fact]
    public async Task A_command_of_another_process_before_the_commit_changes_only_the_sequence()
    {
        using var other = _database.Start(clock: _rounds.Clock);
        using var caller = await ApiCaller.SignInAsync(other.Host);
        Store.BeforeNextCommit(() => caller.TripAsync("GOLD", Command.Valid()));

        var report = await _rounds.RunAsync();

        Assert.Equal(1, report.Round.Value);
        Assert.Equal([false, true], Store.Commits.Skip(1).Select(commit => commit.Done));
        var gold = report.Breaker("GOLD");
        Assert.Equal((Engine.Breaker.BreakerState.Isolated, 2), (gold.State, gold.Version));
        Assert.Equal(2, (await LedgerWalk.HoldsAsync(_rounds.Host)).Decisions);
    }

    [Fact]
    public async Task A_round_of_another_process_before_the_commit_abandons_the_slot()
    {
        using var other = _database.Start(clock: _rounds.Clock);
        Store.BeforeNextCommit(() => other.RunAsync());

        Assert.Equal(RoundRun.Abandoned, await _rounds.TryRunAsync());

        Assert.Equal(1, (await LedgerWalk.HoldsAsync(_rounds.Host)).Rounds);
    }

    [Fact]
    public async Task Of_commits_that_race_for_one_sequence_exactly_one_is_written()
    {
        await _rounds.RunAsync(2);
        await using var elsewhere = await TestDatabase.CreateAsync(provider);
        using var other = elsewhere.Start();
        await EmptyAsync(other.Host);
        // As many processes: one process has one commit after the other.
        var stores = Enumerable.Range(0, 10)
            .Select(_ => ActivatorUtilities.CreateInstance<RoundStore>(other.Host.Services))
            .ToList();

        // The first of them finds no state that it could replace.
        foreach (var (commit, _) in Store.Commits)
        {
            if (commit is Commit.OfRound round)
                await stores[0].ClaimSlotAsync(round.Report.Slot, Lease, Cancelled);
            long expected = commit.Entry.Entry.Sequence - 1;
            var results = await Task.WhenAll(
                stores.Select(store => Task.Run(() => store.CommitAsync([commit], expected), Cancelled)));

            Assert.Single(results, CommitResult.Committed);
            Assert.Equal(9, results.Count(result => result is CommitResult.LedgerMovedOn));
        }

        stores.ForEach(store => store.Dispose());
        Assert.Equal(await RowsAsync(_rounds.Host), await RowsAsync(other.Host));
    }

    [Fact]
    public async Task A_group_of_commits_is_written_whole_or_not_at_all()
    {
        await _rounds.RunAsync(3);
        await using var elsewhere = await TestDatabase.CreateAsync(provider);
        using var other = elsewhere.Start();
        await EmptyAsync(other.Host);
        using var store = ActivatorUtilities.CreateInstance<RoundStore>(other.Host.Services);
        var commits = Store.Commits.Select(commit => commit.Commit).ToList();

        // Its second slot is not claimed, so it cannot be ended.
        await store.ClaimSlotAsync(SlotOf(commits[1]), Lease, Cancelled);
        Assert.Equal(CommitResult.AlreadyEnded, await store.CommitAsync(commits, 0));
        await using (var context = await OpenAsync(other.Host))
            Assert.Equal(
                (0, 0, 0),
                (await context.Ledger.CountAsync(Cancelled), await context.States.CountAsync(Cancelled), await context.Rounds.CountAsync(Cancelled)));

        foreach (var commit in commits.Skip(2))
            await store.ClaimSlotAsync(SlotOf(commit), Lease, Cancelled);
        Assert.Equal(CommitResult.Committed, await store.CommitAsync(commits, 0));

        Assert.Equal(await RowsAsync(_rounds.Host), await RowsAsync(other.Host));
        Assert.Equal(3, (await LedgerWalk.HoldsAsync(other.Host)).Rounds);

        static Slot SlotOf(Commit commit) => ((Commit.OfRound)commit).Report.Slot;
    }

    [Fact]
    public async Task Of_claims_that_race_for_one_slot_exactly_one_gets_it()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(_ => Task.Run(() => Store.ClaimSlotAsync(In(hours: 1), Lease, Cancelled), Cancelled)));

        Assert.Equal(new RoundNumber(1), Assert.Single(claims, claim => claim is not null));
    }

    [Fact]
    public async Task A_slot_ends_once()
    {
        await _rounds.RunAsync(2);
        var before = await RowsAsync(_rounds.Host);

        Assert.Equal(CommitResult.AlreadyEnded, await Store.CommitAsync([Store.Commits.Last().Commit], 3));

        Assert.Equal(before, await RowsAsync(_rounds.Host));
    }

    [Fact]
    public async Task A_slot_before_a_known_one_is_not_claimed()
    {
        await Store.ClaimSlotAsync(In(hours: 2), Lease, Cancelled);

        Assert.Null(await Store.ClaimSlotAsync(In(hours: 1), Lease, Cancelled));
    }

    [Fact]
    public async Task Slots_missed_and_claims_that_ran_out_are_entries_and_are_not_caught_up()
    {
        await _rounds.RunAsync();
        await Store.ClaimSlotAsync(In(hours: 5.0 / 3600), Lease, Cancelled);
        var lost = In(hours: 5.0 / 3600);
        _rounds.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(2, (await _rounds.RunAsync()).Round.Value);

        // Three hours hold 2,160 periods; the lost slot, the one that ran now and the fraction between are not among them.
        Assert.Equal(
            [
                new Notice.RuleSetChanged(null, _rounds.Host.Get<RuleSet>().ToDigest()),
                new Notice.SlotAbandoned(lost, new RoundNumber(2), SlotAbandonment.LeaseOver),
                new Notice.SlotsMissed(
                    new Slot(lost.Instant.AddSeconds(5)), new Slot(_rounds.Slot.Instant.AddSeconds(-5)), 2159),
            ],
            (await LedgerWalk.HoldsAsync(_rounds.Host)).Notices);
        await _rounds.RunAsync();
        Assert.Equal(3, (await LedgerWalk.HoldsAsync(_rounds.Host)).Notices.Count);
    }

    private Slot In(double hours) => new(_rounds.Clock.GetUtcNow().AddHours(hours));

    private static Task<AuraDbContext> OpenAsync(AuraHost host) =>
        host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled);

    // As it was before its first start.
    private static async Task EmptyAsync(AuraHost host)
    {
        await WriteOnce.UnlockAsync(host, Cancelled);
        await using var context = await OpenAsync(host);
        await context.MerkleNodes.ExecuteDeleteAsync(Cancelled);
        await context.States.ExecuteDeleteAsync(Cancelled);
        await context.Ledger.ExecuteDeleteAsync(Cancelled);
        await context.Documents.ExecuteDeleteAsync(Cancelled);
        await context.RuleSets.ExecuteDeleteAsync(Cancelled);
    }

    private static async Task<string> RowsAsync(AuraHost host)
    {
        await using var context = await OpenAsync(host);
        var state = await context.States.SingleAsync(Cancelled);
        return string.Join(' ',
            await context.Ledger.CountAsync(Cancelled), await context.Documents.CountAsync(Cancelled),
            await context.Bodies.CountAsync(Cancelled), await context.RuleSets.CountAsync(Cancelled),
            await context.Rounds.CountAsync(Cancelled), await context.Commands.CountAsync(Cancelled),
            await context.Slots.CountAsync(slot => slot.Completed, Cancelled),
            state.Sequence, state.Hash, Digest.Of(state.Bytes));
    }
}

public sealed class SqliteRoundStoreTests() : RoundStoreTests(TestDatabase.Sqlite);

public sealed class PostgresRoundStoreTests() : RoundStoreTests(TestDatabase.Postgres);
