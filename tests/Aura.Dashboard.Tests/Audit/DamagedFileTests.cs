using System.Globalization;
using Aura.Dashboard.Queries;
using Aura.Engine.Rounds;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Aura.Dashboard.Tests.Audit;

/// <summary>
/// A disk, a careless copy or a person damages the database's file. Whatever a verifier reads is then what it was, byte for
/// byte, or the damage is found: there is no third outcome. AURA_FLIPS says how many bits are flipped, one at a time, and
/// AURA_FLIPS_SEED which.
/// </summary>
public sealed class DamagedFileTests : IClassFixture<RecordedDatabase>, IAsyncDisposable
{
    private const int Flips = 100;
    private const int Seed = 20250605;
    private const int PageSize = 4096;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aura-");
    private readonly RecordedDatabase _recorded;
    private readonly ITestOutputHelper _output;
    private readonly StoredLedger _stored;

    public DamagedFileTests(RecordedDatabase recorded, ITestOutputHelper output)
    {
        (_recorded, _output) = (recorded, output);
        _stored = new StoredLedger(Database);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_folder.FullName, "aura.db");

    public async ValueTask DisposeAsync()
    {
        await _stored.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_flipped_bit_is_found_or_changes_nothing_that_a_verifier_reads()
    {
        string intact = await PutIntactAsync();
        int flips = Setting("AURA_FLIPS", Flips);
        int seed = Setting("AURA_FLIPS_SEED", Seed);
        var random = new Random(seed);
        int harmless = 0;
        for (int i = 0; i < flips; i++)
        {
            byte[] bytes = [.. _recorded.Bytes];
            int offset = random.Next(bytes.Length);
            int bit = random.Next(8);
            bytes[offset] ^= (byte)(1 << bit);
            Put(bytes);

            bool? isIntact = await TryReadAsync(intact);
            Assert.True(
                isIntact is not false || await IsFoundAsync(),
                $"Nobody found that bit {bit} at offset {offset} of {bytes.Length} was flipped (seed {seed}, flip {i}).");
            harmless += isIntact is true ? 1 : 0;
        }

        _output.WriteLine($"Seed {seed}, {flips} bits of {_recorded.Bytes.Length} bytes: {flips - harmless} found, {harmless} in places that no verifier reads.");
        // Else a reader that sees nothing would pass.
        Assert.True(harmless < flips, "No flip changed anything.");
    }

    [Theory]
    [InlineData("a page", PageSize)]
    [InlineData("a byte", 1)]
    [InlineData("half", null)]
    public async Task A_file_that_lost_its_end_is_found(string what, int? lost)
    {
        await PutIntactAsync();
        Put(_recorded.Bytes[..^(lost ?? (_recorded.Bytes.Length / 2))]);

        Assert.True(await IsFoundAsync(), $"Nobody found that the file lost {what}.");
    }

    [Fact]
    public async Task A_write_ahead_log_that_was_deleted_contradicts_what_was_signed_of_it()
    {
        Put(_recorded.Bytes);
        _recorded.CopyStateTo(_folder.FullName);
        var clock = new FakeTimeProvider(_recorded.Clock.GetUtcNow());
        long lost;
        // Who reads the file as it was keeps every later page in the log, also when the host ends.
        await using (var reader = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await reader.OpenAsync(Cancelled);
            await using var transaction = reader.BeginTransaction(deferred: true);
            await using var read = reader.CreateCommand();
            read.CommandText = "SELECT COUNT(*) FROM \"Ledger\"";
            long kept = (long)(await read.ExecuteScalarAsync(Cancelled))!;
            using (var rounds = RoundDriver.Start(folder: _folder.FullName, clock: clock))
            {
                Assert.IsType<LedgerStanding.Consistent>(rounds.Host.Get<ICheckpoints>().Standing);
                await rounds.RunAsync(2);
                lost = (await rounds.Host.Get<ILedgerArchive>().HeadAsync(Cancelled))!.Sequence;
                Assert.True(lost > kept, "Nothing was recorded that could be lost.");
                Assert.NotNull(await rounds.Host.Get<ICheckpoints>().CoverAsync(lost, Cancelled));
            }

            Assert.True(File.Exists(Database + "-wal"), "There is no log to delete.");
            File.Copy(Database, Database + ".copy");
        }

        File.Move(Database + ".copy", Database, overwrite: true);
        using var again = RoundDriver.Start(folder: _folder.FullName, clock: clock);

        var standing = Assert.IsType<LedgerStanding.Contradicted>(again.Host.Get<ICheckpoints>().Standing);
        Assert.Equal(lost, standing.Size);
        Assert.Single((await LedgerWalk.HoldsAsync(again.Host)).Notices.OfType<Notice.LedgerContradicted>());
    }

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(
            Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int asked)
            ? asked
            : otherwise;

    // What is intact must pass, or finding faults would prove nothing.
    private async Task<string> PutIntactAsync()
    {
        Put(_recorded.Bytes);
        Assert.Null(await _stored.FindFaultAsync());
        return await _stored.DigestAsync();
    }

    // Null when it cannot be read, which nobody overlooks.
    private async Task<bool?> TryReadAsync(string intact)
    {
        try
        {
            return string.Equals(await _stored.DigestAsync(), intact, StringComparison.Ordinal);
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private async Task<bool> IsFoundAsync()
    {
        try
        {
            return await _stored.FindFaultAsync() is not null;
        }
        catch (Exception unreadable) when (unreadable is SqliteException or InvalidCastException or InvalidOperationException)
        {
            return true;
        }
    }

    private void Put(byte[] bytes)
    {
        foreach (string file in Directory.GetFiles(_folder.FullName, "aura.db*"))
            File.Delete(file);
        File.WriteAllBytes(Database, bytes);
    }
}
