namespace Aura.Dashboard.Identity;

/// <summary>
/// Browsers let any page open a WebSocket to anywhere and send the cookies along; what stops a foreign page is the
/// server that looks at <c>Origin</c>. A browser always sends it with a WebSocket, so a circuit without one is refused;
/// hubs are for programs too, which send none, and no cookie opens them.
/// </summary>
internal static class OwnOrigin
{
    /// <summary>Goes before authentication: whom a foreign page would act for does not matter.</summary>
    public static WebApplication UseOwnOrigin(this WebApplication app)
    {
        app.UseWhen(
            context => !IsAccepted(context),
            foreign => foreign.Run(context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            }));
        return app;
    }

    private static bool IsAccepted(HttpContext context)
    {
        var request = context.Request;
        bool isCircuit = AuraSchemes.IsCircuit(request.Path);
        if (!isCircuit && !AuraSchemes.IsHub(request.Path))
            return true;

        var origin = request.Headers.Origin;
        return origin.Count == 0 ? !(isCircuit && IsWebSocket(request)) : IsOwn(origin.ToString(), request.Host);
    }

    // Written as a browser writes it, in lower case; anything else is not a browser's. Either scheme: behind a proxy
    // that ends TLS the host sees the other one, and a page of the same name over the other scheme is no stranger.
    private static bool IsOwn(string origin, HostString host)
    {
        string name = host.Value?.ToLowerInvariant() ?? string.Empty;
        return string.Equals(origin, $"https://{name}", StringComparison.Ordinal)
            || string.Equals(origin, $"http://{name}", StringComparison.Ordinal);
    }

    // From the request itself: the feature that says so is added later, by the endpoints that accept sockets.
    private static bool IsWebSocket(HttpRequest request) =>
        HttpMethods.IsConnect(request.Method)
        || string.Equals(request.Headers.Upgrade, "websocket", StringComparison.OrdinalIgnoreCase);
}
