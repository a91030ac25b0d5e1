using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>
/// The live feed for every client that is not a page; a page subscribes in process. A client that only connects is told
/// what happens from then on; one that calls <see cref="Subscribe"/> is first told what it missed.
/// </summary>
[Authorize]
internal sealed class RoundHub(ConnectionFactory connections, IRoundHistory history) : Hub<IRoundClient>
{
    public const string Path = "/hubs/rounds";

    private static readonly object Key = typeof(Connection);

    public override async Task OnConnectedAsync()
    {
        if (await connections.OpenAsync(Context) is { } connection)
            Context.Items[Key] = connection;
        else
            Context.Abort();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items[Key] is Connection connection)
            await connection.DisposeAsync();
    }

    /// <summary>
    /// Sends every round after <paramref name="lastSeen"/> in order, then live ones, each once counted from this call.
    /// Changes of breakers are live: each round names the ones it made. Returns when the client has been sent all it
    /// missed. Calling it again starts again.
    /// </summary>
    /// <param name="lastSeen">The last round that the client has; 0 for all.</param>
    /// <exception cref="HubException">The number is no round that there is.</exception>
    public async Task Subscribe(long lastSeen)
    {
        if (Context.Items[Key] is not Connection connection)
            throw new HubException("The sign-in has ended. Sign in again and reconnect.");

        // A client ahead of us has seen another ledger; silence until the numbers meet would hide that.
        var last = await history.LastAsync(Context.ConnectionAborted);
        if (lastSeen < 0 || lastSeen > last.Value)
        {
            throw new HubException(
                $"'lastSeen' is '{lastSeen}': accepted are 0 (every round) to {last} (the latest round).");
        }

        await connection.CatchUpAsync(new RoundNumber(lastSeen), Context.ConnectionAborted);
    }
}
