using Aura.Dashboard.Storage;
using Aura.Engine.Rounds;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>An auditor decides everything again from what is stored, to the same bytes.</summary>
public abstract class LedgerArchiveTests(string provider) : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private RoundDriver _rounds = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(provider);
        _rounds = _database.Start(host => host.With("Market:Scenario", "extreme-gold"));
    }

    public async ValueTask DisposeAsync()
    {
        _rounds.Dispose();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Rounds_and_every_kind_of_command_are_decided_again_to_the_same_bytes()
    {
        await PlayAsync();

        var walk = await LedgerWalk.HoldsAsync(_rounds.Host);

        Assert.Equal(9, walk.Rounds);
        Assert.Equal(
            [
                CommandStatus.Executed, CommandStatus.NoOp, CommandStatus.Refused, CommandStatus.Refused,
                CommandStatus.Executed, CommandStatus.Refused,
            ],
            walk.Answers.Select(answer => answer.Status));
        Assert.Equal(15, walk.Decisions);
    }

    [Theory]
    [InlineData("Ledger", "Bytes", "Sequence", "7")]
    [InlineData("Ledger", "Bytes", "Sequence", "15")]
    [InlineData("Ledger", "Bytes", "Sequence", "1")]
    public async Task A_flipped_bit_in_an_entry_is_found_at_its_sequence(
        string table, string column, string key, string value)
    {
        await PlayAsync();
        await FlipAsync(table, column, key, value);

        var walk = await LedgerWalk.AllAsync(_rounds.Host);

        Assert.Contains($"Entry {value} ", walk.Broken, StringComparison.Ordinal);
        Assert.Equal(int.Parse(value) - 1, walk.Sequence);
    }

    [Fact]
    public async Task A_flipped_bit_in_a_document_is_found_at_the_entry_that_names_it()
    {
        await PlayAsync();
        var entries = await _rounds.Host.Get<Queries.ILedgerArchive>().AfterAsync(8, 1, Cancelled);
        var entry = Engine.Audit.LedgerEntry.Parse(entries[0].Bytes.Span);
        await FlipAsync("Documents", "Bytes", "Digest", $"'{entry.Outcome!.Value.Hex}'");

        var walk = await LedgerWalk.AllAsync(_rounds.Host);

        Assert.Equal("Entry 9, decided again: its outcome is altered.", walk.Broken);
    }

    [Fact]
    public async Task A_flipped_bit_in_a_body_is_found()
    {
        var report = await _rounds.RunAsync();
        string hash = report.Assets[0].Sources[0].BodyHash!.Value.Hex;
        await FlipAsync("Bodies", "Bytes", "Hash", $"'{hash}'");

        var walk = await LedgerWalk.AllAsync(_rounds.Host);

        Assert.StartsWith("Entry 2, ", walk.Broken, StringComparison.Ordinal);
        Assert.Contains(hash, walk.Broken, StringComparison.Ordinal);
    }

    // Nine rounds and six commands: executed, without effect, forbidden, too early, and on a stale version.
    private async Task PlayAsync()
    {
        using var caller = await ApiCaller.SignInAsync(_rounds.Host);
        using var auditor = await ApiCaller.SignInAsync(_rounds.Host, "auditor@aura.demo");
        await _rounds.RunAsync(4);
        await caller.TripAsync("MSFT", Command.Valid());
        await caller.TripAsync("MSFT", Command.Valid());
        await auditor.TripAsync("SYSTEM", Command.Valid());
        await caller.ResetAsync("MSFT", Command.Valid(2));
        await _rounds.RunAsync(2);
        await caller.ResetAsync("MSFT", Command.Valid(2));
        await caller.ResetAsync("GOLD", Command.Valid(1));
        await _rounds.RunAsync(3);
    }

    // One bit in the middle, so that it lies inside a value and not in the first brace.
    private async Task FlipAsync(string table, string column, string key, string value)
    {
        await WriteOnce.UnlockAsync(_rounds.Host, Cancelled);
        await using var context = await _rounds.Host.Get<IDbContextFactory<AuraDbContext>>().CreateDbContextAsync(Cancelled);
        var connection = context.Database.GetDbConnection();
        await connection.OpenAsync(Cancelled);
        await using var read = connection.CreateCommand();
        read.CommandText = $"""SELECT "{column}" FROM "{table}" WHERE "{key}" = {value}""";
        byte[] bytes = (byte[])(await read.ExecuteScalarAsync(Cancelled))!;
        bytes[bytes.Length / 2] ^= 1;
        await using var write = connection.CreateCommand();
        write.CommandText = $"""UPDATE "{table}" SET "{column}" = @bytes WHERE "{key}" = {value}""";
        var parameter = write.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("bytes", bytes);
        write.Parameters.Add(parameter);
        Assert.Equal(1, await write.ExecuteNonQueryAsync(Cancelled));
    }
}

public sealed class SqliteLedgerArchiveTests() : LedgerArchiveTests(TestDatabase.Sqlite);

public sealed class PostgresLedgerArchiveTests() : LedgerArchiveTests(TestDatabase.Postgres);
