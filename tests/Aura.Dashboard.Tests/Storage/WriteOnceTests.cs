using System.Data.Common;
using Aura.Dashboard.Storage;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>Nobody rewrites ledger or evidence by mistake; who owns the database could, and the tree would show it.</summary>
public abstract class WriteOnceTests(WriteOnceTests.Filled filled)
{
    public static TheoryData<string, string> Rewrites => new MatrixTheoryData<string, string>(
        WriteOnce.Tables, ["UPDATE", "DELETE"]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private protected RoundDriver Rounds => filled.Rounds;

    [Theory]
    [MemberData(nameof(Rewrites))]
    public async Task A_table_of_ledger_or_evidence_is_not_rewritten(string table, string statement)
    {
        string before = await RowsAsync(table);
        Assert.NotEqual("0", before);

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(Rewrite(statement, table)));

        Assert.Contains("never rewritten", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync(table));
    }

    [Fact]
    public async Task The_tables_of_the_present_are_written_as_before()
    {
        await ExecuteAsync("""UPDATE "States" SET "Sequence" = "Sequence" """);

        Assert.Equal(2, (await Rounds.RunAsync()).Round.Value);
    }

    private protected async Task<string> RowsAsync(string table)
    {
        await using var context = await OpenAsync();
        var connection = context.Database.GetDbConnection();
        await connection.OpenAsync(Cancelled);
        await using var count = connection.CreateCommand();
        count.CommandText = $"""SELECT COUNT(*) FROM "{table}" """;
        return Convert.ToString(await count.ExecuteScalarAsync(Cancelled), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    private protected Task ExecuteAsync(string sql) => filled.ExecuteAsync(sql);

    private static string Rewrite(string statement, string table)
    {
        string column = table switch
        {
            "Checkpoints" => "Note",
            "LedgerIdentities" => "LedgerId",
            "MerkleNodes" => "Hash",
            _ => "Bytes",
        };
        return statement is "DELETE"
            ? $"""DELETE FROM "{table}" """
            : $"""UPDATE "{table}" SET "{column}" = "{column}" """;
    }

    private Task<AuraDbContext> OpenAsync() => filled.OpenAsync();

    /// <summary>A database with a row in every table; what is refused leaves it as it was, so that all tests share it.</summary>
    public abstract class Filled(string provider) : IAsyncLifetime
    {
        private TestDatabase? _database;

        internal RoundDriver Rounds { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            _database = await TestDatabase.CreateAsync(provider);
            Rounds = _database.Start();
            await Rounds.RunAsync();
            // What a ledger of a few entries does not have yet.
            await ExecuteAsync("""
                INSERT INTO "StateSnapshots" ("Sequence", "Bytes") SELECT "Sequence", "Bytes" FROM "States"
                """);
            await ExecuteAsync("""
                INSERT INTO "Checkpoints" ("Origin", "Size", "Digest", "Root", "Note", "AtTicks")
                SELECT 'elsewhere', 1, 'digest', 'root', "Bytes", 1 FROM "Ledger" WHERE "Sequence" = 1
                """);
        }

        public async ValueTask DisposeAsync()
        {
            Rounds.Dispose();
            if (_database is not null)
                await _database.DisposeAsync();
            GC.SuppressFinalize(this);
        }

        internal async Task ExecuteAsync(string sql)
        {
            await using var context = await OpenAsync();
            await context.Database.ExecuteSqlRawAsync(sql, Cancelled);
        }

        internal Task<AuraDbContext> OpenAsync() =>
            Rounds.Host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled);
    }
}

public sealed class SqliteFilled() : WriteOnceTests.Filled(TestDatabase.Sqlite);

public sealed class PostgresFilled() : WriteOnceTests.Filled(TestDatabase.Postgres);

public sealed class SqliteWriteOnceTests(SqliteFilled filled) : WriteOnceTests(filled), IClassFixture<SqliteFilled>
{
    [Fact]
    public async Task A_row_is_not_replaced_either()
    {
        string before = await RowsAsync("Ledger");

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(
            """INSERT OR REPLACE INTO "Ledger" SELECT "Sequence", 'another', "Bytes" FROM "Ledger" WHERE "Sequence" = 1"""));
        await ExecuteAsync("""INSERT OR REPLACE INTO "Bodies" SELECT "Hash", x'00' FROM "Bodies" """);

        Assert.Contains("never rewritten", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync("Ledger"));
        await LedgerWalk.HoldsAsync(Rounds.Host);
    }
}

public sealed class PostgresWriteOnceTests(PostgresFilled filled) : WriteOnceTests(filled), IClassFixture<PostgresFilled>
{
    public static TheoryData<string> Tables => [.. WriteOnce.Tables];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task A_table_of_ledger_or_evidence_is_not_emptied(string table)
    {
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync($"""TRUNCATE "{table}" """));

        Assert.Contains("never rewritten", refused.Message, StringComparison.Ordinal);
    }
}
