using Microsoft.Data.Sqlite;

namespace Aura.Benchmarks;

/// <summary>
/// As little as ADO.NET can do for the same rows: one connection that stays open, one immediate transaction, one durable
/// commit; its statements stay prepared or are prepared anew each time, as most code does it.
/// </summary>
internal sealed class PlainAppend : IDisposable
{
    private readonly bool _keepsStatements;
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public PlainAppend(string connectionString, bool keepsStatements)
    {
        _keepsStatements = keepsStatements;
        _connection = new SqliteConnection(connectionString);
        _connection.Open();
        using var durable = _connection.CreateCommand();
        durable.CommandText = "PRAGMA synchronous = FULL";
        durable.ExecuteNonQuery();
    }

    public void Append(IReadOnlyList<(string Sql, (string Name, object Value)[] Values)> rows)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var (sql, values) in rows)
        {
            var command = CommandOf(sql, values);
            command.Transaction = transaction;
            foreach (var (name, value) in values)
                command.Parameters[name].Value = value;
            if (command.ExecuteNonQuery() != 1)
                throw new InvalidOperationException($"Not one row: {sql}");
        }

        transaction.Commit();
        if (!_keepsStatements)
            Forget();
    }

    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    private void Forget()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _commands.Clear();
    }

    // The text is one of the constants of RoundRows, never anything from outside.
    private SqliteCommand CommandOf(string sql, (string Name, object Value)[] values)
    {
        if (_commands.TryGetValue(sql, out var known))
            return known;

        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value);
        _commands.Add(sql, command);
        return command;
    }
}
