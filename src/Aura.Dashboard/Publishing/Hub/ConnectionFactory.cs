using Aura.Dashboard.Publishing.Live;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.SignalR;

namespace Aura.Dashboard.Publishing.Hub;

/// <summary>Opens connections of people whose sign-in still holds.</summary>
internal sealed class ConnectionFactory(
    RoundFeed feed, IRoundHistory history, IHubContext<RoundHub, IRoundClient> hub, Renderings renderings,
    SignInWatch watch, ILogger<Connection> logger)
{
    /// <summary>The connection, or null when the token is good but the account or its roles are not what it says.</summary>
    public async Task<Connection?> OpenAsync(HubCallerContext caller)
    {
        if (caller.User is not { } person || !await watch.HoldsAsync(person, caller.ConnectionAborted))
            return null;

        // In this order: what is announced in between is in the events.
        var events = feed.EventsAsync(CancellationToken.None);
        var lastSent = feed.Current.Latest?.Round ?? RoundNumber.None;
        var listener = new Listener(hub.Clients.Client(caller.ConnectionId), history, renderings, lastSent);
        var signIn = watch.UntilEndedAsync(person, ExpiryOf(caller), caller.ConnectionAborted);
        return new Connection(caller, listener, listener.FollowAsync(events, caller.ConnectionAborted), signIn, logger);
    }

    private static DateTimeOffset? ExpiryOf(HubCallerContext caller) =>
        caller.GetHttpContext()?.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.ExpiresUtc;
}
