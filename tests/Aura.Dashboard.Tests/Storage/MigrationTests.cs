using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage;
using Aura.Engine.Audit;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Storage;

public sealed class MigrationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task Every_change_of_the_model_has_its_migration(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var host = database.Host().Started();

        await using var context = await host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled);

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancelled));
        Assert.NotEmpty(await context.Database.GetAppliedMigrationsAsync(Cancelled));
    }

    /// <summary>
    /// Written by the first version that had a database: two rounds, a trip of MSFT, two rounds.
    /// </summary>
    [Fact]
    public async Task A_file_of_the_first_version_is_migrated_and_read()
    {
        using var rounds = StartOnRecorded();

        Assert.Equal([1, 2, 3, 4], rounds.Feed.Current.History.Select(report => report.Round.Value));
        var archive = rounds.Host.Get<ILedgerArchive>();
        var head = LedgerHead.Empty;
        foreach (var stored in await archive.AfterAsync(0, 100, Cancelled))
            head = Assert.IsType<ChainStep.Linked>(LedgerChain.Follow(head, stored.Bytes.Span, stored.Hash)).Head;
        Assert.True(head.Sequence >= 5);
        Assert.Equal(head.Sequence, await rounds.Host.Get<ILedgerTree>().SizeAsync(Cancelled));
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        Assert.Equal(4, (await caller.ReadAsync("rounds")).AsArray().Count);
        Assert.Equal(("Isolated", 2), await caller.BreakerAsync("MSFT"));
    }

    [Fact]
    public async Task The_ledger_of_the_first_version_goes_on()
    {
        using var rounds = StartOnRecorded();

        var report = await rounds.RunAsync();

        Assert.Equal(5, report.Round.Value);
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        // The recorded command has the first id that these tests make.
        var command = Command.Valid() with { CommandId = "0197a3c0-0000-7000-8000-000000000001" };
        Assert.Equal(System.Net.HttpStatusCode.OK, (await caller.TripAsync("GOLD", command)).Status);
    }

    // The clock stands after the last recorded round.
    private static RoundDriver StartOnRecorded()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(RoundDriver.FirstMoment.AddMinutes(1));
        return RoundDriver.Start(
            host =>
            {
                File.Copy(
                    Path.Combine(AppContext.BaseDirectory, "Storage", "Recorded", "aura-1.db"),
                    Path.Combine(host.Folder, "aura.db"));
                host.With("Market:Scenario", "extreme-gold");
            },
            clock: clock);
    }
}
