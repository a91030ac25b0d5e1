namespace Aura.Dashboard.Verbs;

/// <summary>Where the dashboard of these settings listens, as seen from the same machine.</summary>
internal static class OwnAddress
{
    private const string Default = "http://localhost:5000";

    /// <summary>The first address by the server's own order: endpoints, urls, ports, its default.</summary>
    public static string Find(IConfiguration settings) =>
        settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"])
            .Concat(Split(settings[WebHostDefaults.ServerUrlsKey]))
            .Concat(Split(settings[WebHostDefaults.HttpPortsKey]).Select(port => $"http://localhost:{port}"))
            .Concat(Split(settings[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://localhost:{port}"))
            .Select(Reachable)
            .FirstOrDefault(url => url is not null) ?? Default;

    /// <summary>
    /// The name to ask for where <c>AllowedHosts</c> knows only public ones, or null where any name is answered.
    /// </summary>
    public static string? FindHostName(IConfiguration settings) =>
        Split(settings["AllowedHosts"]) is [var first, ..] names && !names.Contains("*", StringComparer.Ordinal)
            ? first.Replace("*.", "health.", StringComparison.Ordinal)
            : null;

    // A server listens on every interface, nobody asks every interface.
    private static string? Reachable(string? url)
    {
        try
        {
            var address = BindingAddress.Parse(url ?? string.Empty);
            string host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
            return address.IsUnixPipe || address.IsNamedPipe ? null : $"{address.Scheme}://{host}:{address.Port}";
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string[] Split(string? value) =>
        value?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
