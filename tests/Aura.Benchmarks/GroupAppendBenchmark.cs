using Aura.Dashboard.Storage;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;
using Aura.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Benchmarks;

/// <summary>The entries of a settlement in one transaction, beside Entity Framework with a context and a commit for each.</summary>
internal sealed class GroupAppendBenchmark(TimeProvider time)
{
    private const int Group = 100;
    private const int Groups = 12;
    private const int WarmUp = 2;
    private const double Goal = 10;

    public async Task<Figure> RunAsync()
    {
        var ledger = await RecordAsync();
        string folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "group-" + time.GetTimestamp())).FullName;
        try
        {
            var (ours, theirs) = await AppendAsync(ledger, $"Data Source={Path.Combine(folder, "aura.db")}");
            return Figure.OfGain(
                $"append {Group} entries in one transaction", ours, theirs, Goal,
                "Wall clock, median of the groups, in turn into one file: state, entry, tree and evidence of each, against EF with a context and a commit for each entry.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<(TimeSpan Ours, TimeSpan Theirs)> AppendAsync(IReadOnlyList<Commit> ledger, string connectionString)
    {
        await using var services = new ServiceCollection()
            .AddDbContextFactory<AuraDbContext>(options => options
                .UseSqlite(connectionString).AddInterceptors(new SqliteDurability()))
            .BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<AuraDbContext>>();
        await using (var context = await contexts.CreateDbContextAsync())
            await context.Database.MigrateAsync();
        using var store = new RoundStore(contexts, time);
        var rows = new EfAppend(contexts);
        List<TimeSpan>[] taken = [[], []];
        foreach (var (turn, group) in ledger.Chunk(Group).Index())
        {
            bool isOurs = turn % 2 == 0;
            var prepared = group.Select(rows.Of).ToList();
            long before = time.GetTimestamp();
            if (isOurs)
                await CommitAsync(store, group);
            else
                foreach (var entry in prepared)
                    await rows.AppendAsync(entry);
            if (turn >= WarmUp)
                taken[turn % 2].Add(time.GetElapsedTime(before));
        }

        var snapshot = await store.LoadAsync(null, CancellationToken.None);
        if (snapshot.Head != ledger[^1].Entry.Head)
            throw new InvalidOperationException("The file does not end with the last entry.");
        return (Median(taken[0]), Median(taken[1]));
    }

    private static async Task CommitAsync(RoundStore store, Commit[] group)
    {
        if (await store.CommitAsync(group, group[0].Entry.Entry.Sequence - 1) is not CommitResult.Committed)
            throw new InvalidOperationException("The store refused a group.");
    }

    private static async Task<IReadOnlyList<Commit>> RecordAsync()
    {
        var store = new MemoryRoundStore();
        using var engine = new RiskEngine(store, new RulesInForce(A.RuleSet().Build()), new RecordingPublisher(), TimeProvider.System);
        await engine.AdoptRulesAsync(CancellationToken.None);
        for (int number = 1; number < Group * Groups; number++)
            await engine.RecordAsync(new Notice.CheckpointKeyReplaced("benchmark", default, Digest.Of(BitConverter.GetBytes(number))));
        return store.Commits;
    }

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
