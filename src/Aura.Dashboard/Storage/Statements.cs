using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Aura.Dashboard.Storage;

/// <summary>
/// Plain statements on the open connection of one context and in its transaction, if it has one. A statement is prepared
/// once: preparing costs as much as running it.
/// </summary>
internal sealed class Statements : IDisposable
{
    private readonly AuraDbContext _context;
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);

    private Statements(AuraDbContext context) => _context = context;

    /// <summary>Whose connection it is; disposed with the statements.</summary>
    public AuraDbContext Context => _context;

    public static async Task<Statements> OpenAsync(
        IDbContextFactory<AuraDbContext> contexts, CancellationToken cancellationToken = default)
    {
        var context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            return new Statements(context);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many rows it changed. The same text always names the same values in the same order.</summary>
    public Task<int> ExecuteAsync(string sql, params (string Name, object Value)[] values) =>
        Command(sql, values).ExecuteNonQueryAsync();

    /// <summary>A command that these statements keep; whoever runs it does not dispose of it.</summary>
    public DbCommand Command(string sql, params (string Name, object Value)[] values)
    {
        if (_prepared.TryGetValue(sql, out var command))
            foreach (var (place, value) in values.Index())
                command.Parameters[place].Value = value.Value;
        else
            _prepared.Add(sql, command = Sql.Command(_context, null, sql, values));
        command.Transaction = _context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
            command.Dispose();
        _context.Dispose();
    }
}
