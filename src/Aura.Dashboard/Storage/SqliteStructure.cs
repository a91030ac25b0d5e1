using Aura.Dashboard.Queries;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Aura.Dashboard.Storage;

/// <summary>Lets SQLite read every page of the file.</summary>
internal sealed class SqliteStructure(IDbContextFactory<AuraDbContext> contexts) : IStorageStructure
{
    private const string Whole = "ok";
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    public async Task<string?> FindFaultAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Database.OpenConnectionAsync(cancellationToken);
            await using var command = Sql.Command(context, null, "PRAGMA integrity_check(1);");
            object? answer = await command.ExecuteScalarAsync(cancellationToken);
            return answer is Whole ? null : $"The database file is damaged. {answer}";
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is Corrupt or NotADatabase)
        {
            return $"The database file is damaged. {damaged.Message}";
        }
    }
}
