using Aura.Dashboard.Queries;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Tells a database that has no room from one that is broken. Without room the transaction is undone for certain, so
/// people can be told that nothing happened; after anything else they can only be told to ask again.
/// </summary>
internal static class StorageFull
{
    private const int SqliteFull = 13;

    public static async Task<T> TranslateAsync<T>(Func<Task<T>> write)
    {
        try
        {
            return await write();
        }
        catch (Exception exception) when (Is(exception))
        {
            throw new NotRecordedException(exception);
        }
    }

    private static bool Is(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            if (cause is SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull })
                return true;
        return false;
    }
}
