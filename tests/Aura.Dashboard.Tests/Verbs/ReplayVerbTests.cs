using Aura.Dashboard.Tests.Storage;
using Aura.Dashboard.Verbs;
using Microsoft.Data.Sqlite;

namespace Aura.Dashboard.Tests.Verbs;

/// <summary>Every determination of an installation, replayed from its database.</summary>
public sealed class ReplayVerbTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ledger_that_holds_is_counted_and_the_first_difference_of_another_is_named()
    {
        using var rounds = RoundDriver.Start();
        using var caller = await ApiCaller.SignInAsync(rounds.Host);
        await rounds.RunAsync(4);
        await caller.TripAsync("GOLD", Command.Valid());
        await rounds.RunAsync(2);

        var (code, said) = await RunAsync(rounds.Host.Folder);
        Assert.Equal(
            (0, "8 entries hold. Decided again to the same bytes: rounds 6, commands 1, notices 1. Followed only, being of an earlier format: 0."),
            (code, said));

        await WriteOnce.UnlockAsync(rounds.Host, Cancelled);
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(rounds.Host.Folder, "aura.db")};Pooling=False"))
        {
            await database.OpenAsync(Cancelled);
            await using var damage = database.CreateCommand();
            damage.CommandText = """
                UPDATE "Documents" SET "Bytes" =
                    CAST(replace(CAST("Bytes" AS TEXT), 'A drill that a test wants.', 'A drill that no test wants.') AS BLOB)
                """;
            Assert.True(await damage.ExecuteNonQueryAsync(Cancelled) > 0);
        }

        (code, said) = await RunAsync(rounds.Host.Folder);
        Assert.Equal((1, "Entry 6, decided again: its evidence is altered."), (code, said));
    }

    [Fact]
    public async Task A_tree_that_is_not_that_of_the_entries_is_named_too()
    {
        using var rounds = RoundDriver.Start();
        await rounds.RunAsync(3);
        await WriteOnce.UnlockAsync(rounds.Host, Cancelled);
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(rounds.Host.Folder, "aura.db")};Pooling=False"))
        {
            await database.OpenAsync(Cancelled);
            await using var damage = database.CreateCommand();
            damage.CommandText = """UPDATE "MerkleNodes" SET "Hash" = zeroblob(32) WHERE "Level" = 1 AND "Index" = 0""";
            Assert.Equal(1, await damage.ExecuteNonQueryAsync(Cancelled));
        }

        Assert.Equal((1, "The stored tree is not that of the entries."), await RunAsync(rounds.Host.Folder));
    }

    [Fact]
    public async Task The_ledger_of_the_first_version_is_followed_and_what_came_after_it_decided_again()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(RoundDriver.FirstMoment.AddMinutes(1));
        using var rounds = RoundDriver.Start(
            host => File.Copy(
                Path.Combine(AppContext.BaseDirectory, "Storage", "Recorded", "aura-1.db"), Path.Combine(host.Folder, "aura.db")),
            clock: clock);
        await rounds.RunAsync(3);

        var (code, said) = await RunAsync(rounds.Host.Folder);

        Assert.Equal(0, code);
        Assert.Contains("rounds 3, commands 0", said, StringComparison.Ordinal);
        Assert.Contains("of an earlier format: 5.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_runs_in_development_too_where_every_service_is_validated()
    {
        using var rounds = RoundDriver.Start();
        await rounds.RunAsync();

        var (code, said) = await RunAsync(rounds.Host.Folder, "--environment=Development");

        Assert.Equal(0, code);
        Assert.Contains("rounds 1,", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_setting_is_not_understood()
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();

        Assert.Equal(2, await CommandLine.RunVerbAsync(["replay-audit", "now"], AuraDashboardBuilder.Verbs, output, errors));
        Assert.Contains("'now'", errors.ToString(), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(string folder, params string[] more)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        int code = await CommandLine.RunVerbAsync(
            ["replay-audit", $"--Storage:ConnectionString={Path.Combine(folder, "aura.db")}", .. more], AuraDashboardBuilder.Verbs, output, errors);
        return (code, output.ToString().Trim());
    }
}
