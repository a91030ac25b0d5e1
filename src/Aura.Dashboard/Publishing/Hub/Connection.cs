using Aura.Dashboard.Publishing.Live;
using Aura.Engine.Canon;
using Microsoft.AspNetCore.SignalR;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>One open connection: ends with whatever ends first, the client, its sign-in, or its ability to keep up.</summary>
internal sealed partial class Connection : IAsyncDisposable
{
    private readonly HubCallerContext _caller;
    private readonly Listener _listener;
    private readonly ILogger<Connection> _logger;
    private readonly Task _both;

    public Connection(
        HubCallerContext caller, Listener listener, Task following, Task signIn, ILogger<Connection> logger)
    {
        _caller = caller;
        _listener = listener;
        _logger = logger;
        _both = Task.WhenAll(EndWithAsync(following), EndWithAsync(signIn));
    }

    public Task CatchUpAsync(RoundNumber lastSeen, CancellationToken cancellationToken) =>
        _listener.CatchUpAsync(lastSeen, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _both;
        _listener.Dispose();
    }

    private async Task EndWithAsync(Task part)
    {
        try
        {
            await part;
            Log.SignInEnded(_logger, _caller.ConnectionId);
        }
        catch (OperationCanceledException) when (_caller.ConnectionAborted.IsCancellationRequested)
        {
            // The client is gone.
        }
        catch (FeedOverrunException overrun)
        {
            Log.TooSlow(_logger, _caller.ConnectionId, overrun);
        }
        catch (Exception exception)
        {
            // By design: a connection that can no longer keep its promise ends, and the client asks again for what it
            // misses. Nothing else is affected.
            Log.Failed(_logger, _caller.ConnectionId, exception);
        }

        _caller.Abort();
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The sign-in of hub connection {ConnectionId} has ended")]
        public static partial void SignInEnded(ILogger logger, string connectionId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Hub connection {ConnectionId} reads too slowly and is closed")]
        public static partial void TooSlow(ILogger logger, string connectionId, Exception exception);

        [LoggerMessage(Level = LogLevel.Error, Message = "Hub connection {ConnectionId} failed and is closed")]
        public static partial void Failed(ILogger logger, string connectionId, Exception exception);
    }
}
