using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Aura.Dashboard.Storage;

/// <summary>Plain statements on a context's connection and transaction. Both dialects read them.</summary>
internal static class Sql
{
    public static async Task<int> ExecuteAsync(
        AuraDbContext context, IDbContextTransaction? transaction, string sql, params (string Name, object Value)[] values)
    {
        await using var command = Command(context, transaction, sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    public static DbCommand Command(
        AuraDbContext context, IDbContextTransaction? transaction, string sql, params (string Name, object Value)[] values)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = transaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
