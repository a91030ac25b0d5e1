using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Says on every connection that a commit is on the disk before it returns. The default depends on how the native
/// library was compiled, and a ledger that loses its last entries with the power has lost its point.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Statement = "PRAGMA synchronous = FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Statement;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Statement;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
