using Aura.Dashboard.Storage;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Benchmarks;

/// <summary>The commit of a round, by the store and by plain ADO.NET, one after the other into the same file.</summary>
internal sealed class DurableAppendBenchmark(TimeProvider time)
{
    private const int Nodes = 4;
    private const int BodyBytes = 2 * 1024;
    private const int WarmUp = 64;
    private const int Each = 256;
    private const int Rounds = WarmUp + (3 * Each);
    private const double Goal = 1.2;
    // Whose turn it is; the store begins.
    private const int Ours = 0;
    private const int Kept = 1;
    private const int Anew = 2;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(13);

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var ledger = await new Workload(Nodes, BodyBytes).RecordAsync(Rounds);
        // Beside the program and not below /tmp, which is memory on many machines: there a durable commit costs nothing.
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "append-" + time.GetTimestamp())).FullName;
        try
        {
            var taken = await AppendAsync(ledger, $"Data Source={Path.Combine(folder, "aura.db")}");
            return
            [
                Figure.OfRatio(
                    "append a round durably, 4 nodes x 8 sources, 2 KB", Median(taken[Ours]), Median(taken[Kept]), Goal,
                    $"Wall clock, median of {Each} each, in turn into one file; ADO.NET with rows ready made and statements kept prepared."),
                Figure.OfRatio(
                    "  the same, statements of the floor prepared anew", Median(taken[Ours]), Median(taken[Anew]), Goal,
                    "Wall clock, in the same turns; ADO.NET as the store itself uses it, without EF, hashing and writing JSON."),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<List<TimeSpan>[]> AppendAsync(IReadOnlyList<Commit> ledger, string connectionString)
    {
        await using var services = new ServiceCollection()
            .AddDbContextFactory<AuraDbContext>(options => options
                .UseSqlite(connectionString).AddInterceptors(new SqliteDurability()))
            .BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<AuraDbContext>>();
        await using (var context = await contexts.CreateDbContextAsync())
            await context.Database.MigrateAsync();
        using var store = new RoundStore(contexts, time);
        var rows = new RoundRows();
        using var kept = new PlainAppend(connectionString, keepsStatements: true);
        using var anew = new PlainAppend(connectionString, keepsStatements: false);
        List<TimeSpan>[] taken = [[], [], []];

        foreach (var (turn, commit) in ledger.Index())
        {
            if (commit is Commit.OfRound round && await store.ClaimSlotAsync(round.Report.Slot, Lease, CancellationToken.None) is null)
                throw new InvalidOperationException("A slot was not claimed.");
            var prepared = rows.Of(commit);
            // Every second entry finishes subtrees of the Merkle tree and every hundredth keeps the state: three in turn
            // meet both equally often. The first entry names the rules, which the store alone writes.
            int whose = turn % taken.Length;
            long before = time.GetTimestamp();
            if (whose == Ours)
                await CommitAsync(store, commit);
            else
                (whose == Kept ? kept : anew).Append(prepared);
            if (turn > WarmUp)
                taken[whose].Add(time.GetElapsedTime(before));
        }

        await CheckAsync(store, ledger[^1]);
        return taken;
    }

    private static async Task CommitAsync(RoundStore store, Commit commit)
    {
        if (await store.CommitAsync([commit], commit.Entry.Entry.Sequence - 1) is not CommitResult.Committed)
            throw new InvalidOperationException("The store refused a commit.");
    }

    private static async Task CheckAsync(RoundStore store, Commit last)
    {
        var snapshot = await store.LoadAsync(null, CancellationToken.None);
        if (snapshot.Head != last.Entry.Head)
            throw new InvalidOperationException("The file does not end with the last entry.");
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
