using System.Collections.Immutable;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage;
using Aura.Engine.Audit;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>The stored tree against one that is built from the entries each time.</summary>
public abstract class LedgerTreeTests(string provider) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RoundDriver _rounds = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ILedgerTree Tree => _rounds.Host.Get<ILedgerTree>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        _rounds = _database.Start();
    }

    public async ValueTask DisposeAsync()
    {
        _rounds.Dispose();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_root_and_proof_is_the_one_of_the_entries()
    {
        await _rounds.RunAsync(10);
        var leaves = await LeavesAsync();

        Assert.Equal(11, leaves.Length);
        Assert.Equal(leaves.Length, await Tree.SizeAsync(Cancelled));
        Assert.Equal(MerkleTree.EmptyRoot, await Tree.RootAsync(0, Cancelled));
        for (int size = 1; size <= leaves.Length; size++)
        {
            var root = Root(leaves.AsSpan()[..size]);
            Assert.Equal(root, await Tree.RootAsync(size, Cancelled));
            for (int index = 0; index < size; index++)
                Assert.True(MerkleProof.IsIncluded(
                    index, size, leaves[index], await Tree.InclusionAsync(index, size, Cancelled), root));
            for (int old = 1; old <= size; old++)
                Assert.True(MerkleProof.IsConsistent(
                    old, Root(leaves.AsSpan()[..old]), size, root, await Tree.ConsistencyAsync(old, size, Cancelled)));
        }
    }

    [Fact]
    public async Task A_size_that_the_ledger_has_not_reached_has_no_root() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => Tree.RootAsync(2, Cancelled));

    [Fact]
    public async Task Entries_without_nodes_get_them_at_the_next_start()
    {
        await _rounds.RunAsync(6);
        var root = await Tree.RootAsync(7, Cancelled);
        await WriteOnce.UnlockAsync(_rounds.Host, Cancelled);
        await using (var context = await OpenAsync())
            await context.MerkleNodes.ExecuteDeleteAsync(Cancelled);
        Assert.Equal(0, await Tree.SizeAsync(Cancelled));
        _rounds.Dispose();

        using var again = _database.Start(clock: _rounds.Clock);

        Assert.Equal(root, await again.Host.Get<ILedgerTree>().RootAsync(7, Cancelled));
    }

    [Fact]
    public async Task The_state_after_every_hundredth_entry_is_kept()
    {
        var states = _rounds.Host.Get<IStateArchive>();
        await _rounds.RunAsync(98);
        Assert.Null(await states.NearestBeforeAsync(1000, Cancelled));
        await _rounds.RunAsync();
        var store = _rounds.Host.Get<IRoundStore>();
        var atHundred = await store.LoadAsync(null, Cancelled);
        Assert.Equal(StateArchive.Period, atHundred.Head.Sequence);
        await _rounds.RunAsync();

        var found = await states.NearestBeforeAsync(101, Cancelled);

        Assert.Equal(100, found?.Sequence);
        Assert.Equal(atHundred.State.ToBytes(), found?.Bytes.ToArray());
        Assert.Equal(100, (await states.NearestBeforeAsync(long.MaxValue, Cancelled))?.Sequence);
        Assert.Null(await states.NearestBeforeAsync(100, Cancelled));
    }

    [Fact]
    public async Task A_ledger_keeps_its_name_and_another_has_another()
    {
        var name = await _rounds.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled);
        await using var elsewhere = await TestDatabase.CreateAsync(provider);
        using var other = elsewhere.Start();

        using var again = _database.Start(clock: _rounds.Clock);

        Assert.Equal(1, name.FromSequence);
        Assert.Matches("^auradashboard\\.ledger/[0-9a-f]{32}$", name.Origin);
        Assert.Equal(name, await again.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled));
        Assert.NotEqual(name.LedgerId, (await other.Host.Get<ILedgerIdentity>().CurrentAsync(Cancelled)).LedgerId);
    }

    [Fact]
    public async Task A_ledger_is_continued_once_however_many_ask()
    {
        await _rounds.RunAsync(2);
        var identity = _rounds.Host.Get<ILedgerIdentity>();
        var first = await identity.CurrentAsync(Cancelled);

        var second = await identity.ContinueAsync(first, Cancelled);
        var third = await identity.ContinueAsync(first, Cancelled);

        Assert.Equal(4, second.FromSequence);
        Assert.NotEqual(first.LedgerId, second.LedgerId);
        Assert.Equal(second, third);
        Assert.Equal([first, second], await identity.AllAsync(Cancelled));
    }

    [Fact]
    public async Task Of_two_roots_under_one_size_the_first_is_kept_and_its_text_may_be_signed_twice()
    {
        var archive = _rounds.Host.Get<ICheckpointArchive>();
        var note = Note(5, "root", key: 1);

        Assert.True(await archive.AppendAsync(note, _rounds.Clock.GetUtcNow(), Cancelled));
        Assert.True(await archive.AppendAsync(note, _rounds.Clock.GetUtcNow(), Cancelled));
        Assert.True(await archive.AppendAsync(Note(5, "root", key: 2), _rounds.Clock.GetUtcNow(), Cancelled));
        Assert.False(await archive.AppendAsync(Note(5, "another", key: 1), _rounds.Clock.GetUtcNow(), Cancelled));

        var kept = await archive.BetweenAsync("origin", 5, 5, Cancelled);
        Assert.Equal(2, kept.Count);
        Assert.All(kept, one => Assert.Equal(note.Text, one.Text));
    }

    [Fact]
    public async Task Checkpoints_are_found_by_what_they_cover()
    {
        var archive = _rounds.Host.Get<ICheckpointArchive>();
        foreach (int size in (int[])[9, 3, 6])
            await archive.AppendAsync(Note(size, "root", key: 1), _rounds.Clock.GetUtcNow(), Cancelled);

        Assert.Equal(9, SizeOf(await archive.LatestAsync("origin", Cancelled)));
        Assert.Null(await archive.LatestAsync("elsewhere", Cancelled));
        Assert.Equal(3, SizeOf(await archive.CoveringAsync("origin", 3, Cancelled)));
        Assert.Equal(6, SizeOf(await archive.CoveringAsync("origin", 4, Cancelled)));
        Assert.Null(await archive.CoveringAsync("origin", 10, Cancelled));
        Assert.Equal([3L, 6L], (await archive.BetweenAsync("origin", 1, 6, Cancelled)).Select(note => SizeOf(note)));
    }

    private static long SizeOf(SignedNote? note) => Checkpoint.Parse(note!.Text).Size;

    // Nobody checks the signature here.
    private static SignedNote Note(long size, string root, byte key)
    {
        var unsigned = SignedNote.Unsigned(
            new Checkpoint("origin", size, Digest.Of(System.Text.Encoding.UTF8.GetBytes(root))).ToString());
        byte[] bytes = new byte[32];
        bytes[0] = key;
        return unsigned.With(new NoteKey("origin", PublicKey.Of(bytes)), Signature.Of(new byte[64]));
    }

    private async Task<ImmutableArray<Digest>> LeavesAsync() =>
        [.. (await _rounds.Host.Get<ILedgerArchive>().AfterAsync(0, 100, Cancelled))
            .Select(entry => MerkleTree.LeafHash(entry.Bytes.Span))];

    // RFC 6962 §2.1, word by word.
    private static Digest Root(ReadOnlySpan<Digest> leaves)
    {
        if (leaves.Length == 1)
            return leaves[0];

        int split = 1;
        while (split * 2 < leaves.Length)
            split *= 2;
        return MerkleTree.NodeHash(Root(leaves[..split]), Root(leaves[split..]));
    }

    private Task<AuraDbContext> OpenAsync() =>
        _rounds.Host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled);
}

public sealed class SqliteLedgerTreeTests() : LedgerTreeTests(TestDatabase.Sqlite);

public sealed class PostgresLedgerTreeTests() : LedgerTreeTests(TestDatabase.Postgres);
