using System.Globalization;
using Aura.Dashboard.Queries;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Aura.Dashboard.Storage.Postgres;

/// <summary>
/// What one host commits wakes the others: <c>NOTIFY</c> in the transaction of the commit, <c>LISTEN</c> on a session of
/// its own. A notification is only a wake-up, so losing one costs at most <see cref="CheckPeriod"/>.
/// </summary>
internal sealed partial class LedgerNotifications(
    PostgresDatabase database, TimeProvider time, ILogger<LedgerNotifications> logger) : ILedgerSignal, IAsyncDisposable
{
    private const string Channel = "aura_ledger";

    private static readonly TimeSpan CheckPeriod = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReconnectDelay = TimeSpan.FromSeconds(1);

    private NpgsqlConnection? _session;

    /// <summary>Tells every host, when and only when the transaction commits.</summary>
    public static async Task SendAsync(AuraDbContext context, long sequence)
    {
        if (context is PostgresDbContext)
            await context.Database.ExecuteSqlAsync(
                $"SELECT pg_notify({Channel}, {sequence.ToString(CultureInfo.InvariantCulture)})");
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_session is null)
                // What was said before this session listened is read now.
                await ListenAsync(cancellationToken);
            else
                await _session.WaitAsync(CheckPeriod, cancellationToken);
        }
        catch (NpgsqlException lost)
        {
            bool wasListening = _session is not null;
            await DisposeAsync();
            if (wasListening)
                Log.Lost(logger, lost.Message);
            else
                await Task.Delay(ReconnectDelay, time, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _session, null) is { } session)
            await session.DisposeAsync();
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var session = new NpgsqlConnection(database.OwnSession);
        try
        {
            await session.OpenAsync(cancellationToken);
            await using var listen = new NpgsqlCommand($"LISTEN {Channel}", session);
            await listen.ExecuteNonQueryAsync(cancellationToken);
            _session = session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning,
            Message = "The session that hears of other hosts' commits was lost: {Reason}")]
        public static partial void Lost(ILogger logger, string reason);
    }
}
