using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Aura.Dashboard.Audit;
using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Aura.Dashboard.Tests.Audit;

/// <summary>A database file that nobody serves, with what reads and examines it.</summary>
internal sealed class StoredLedger : IAsyncDisposable
{
    // When a checkpoint was stored is for people: nobody signed it and nothing is verified by it.
    private static readonly string[] Read =
    [
        """SELECT "Sequence", "Hash", "Bytes" FROM "Ledger" ORDER BY 1""",
        """SELECT "Digest", "Bytes" FROM "Documents" ORDER BY 1""",
        """SELECT "Hash", "Bytes" FROM "Bodies" ORDER BY 1""",
        """SELECT "Digest", "Bytes" FROM "RuleSets" ORDER BY 1""",
        """SELECT "Level", "Index", "Hash" FROM "MerkleNodes" ORDER BY 1, 2""",
        """SELECT "Origin", "Size", "Digest", "Root", "Note" FROM "Checkpoints" ORDER BY 1, 2, 3""",
        """SELECT "FromSequence", "LedgerId" FROM "LedgerIdentities" ORDER BY 1""",
        """SELECT "Sequence", "Bytes" FROM "StateSnapshots" ORDER BY 1""",
    ];

    private readonly WebApplication _app;
    private readonly string _connection;

    public StoredLedger(string file)
    {
        _connection = $"Data Source={file};Pooling=False";
        var builder = SettingsRoot.CreateBuilder([$"--Storage:ConnectionString={_connection}"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_ => RandomNumberGenerator.Create());
        builder.AddStorage().AddReplay();
        _app = builder.Build();
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>One digest over everything that whoever verifies the ledger reads, each value with its type and length.</summary>
    public async Task<string> DigestAsync()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var database = new SqliteConnection(_connection);
        await database.OpenAsync(Cancelled);
        foreach (string statement in Read)
        {
            Append(hash, statement);
            await using var command = database.CreateCommand();
            command.CommandText = statement;
            await using var reader = await command.ExecuteReaderAsync(Cancelled);
            while (await reader.ReadAsync(Cancelled))
                for (int i = 0; i < reader.FieldCount; i++)
                    Append(hash, reader.GetValue(i));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What the verification says; null when the ledger holds.</summary>
    public async Task<string?> FindFaultAsync() =>
        (await _app.Services.GetRequiredService<ILedgerExamination>().ExamineAsync(1, followed: null, Cancelled)).Fault;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Append(IncrementalHash hash, object value)
    {
        byte[] bytes = value as byte[]
            ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(Encoding.UTF8.GetBytes(value.GetType().Name));
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
