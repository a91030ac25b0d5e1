using System.Net;

namespace Aura.Dashboard.Configuration;

/// <summary>Says which addresses only this machine can reach.</summary>
internal static class LoopbackAddresses
{
    /// <summary>
    /// True for <c>localhost</c> and loopback IP addresses only. Any other name counts as reachable from outside, also
    /// one that resolves to loopback today: the server binds an unknown name to every interface.
    /// </summary>
    public static bool IsLoopbackHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>True for an absolute HTTP address of another program on this machine.</summary>
    public static bool IsLoopbackUrl(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && IsLoopbackHost(uri.Host);

    /// <summary>
    /// Names every setting that lets the server listen beyond loopback, in the form <c>key is 'value'</c>. Empty means
    /// that every listening address is loopback. It reads configuration because the answer is needed before the server
    /// binds.
    /// </summary>
    public static IReadOnlyList<string> FindOpenListeners(IConfiguration configuration) =>
        [.. OpenUrls(configuration), .. OpenPorts(configuration), .. OpenEndpoints(configuration)];

    private static IEnumerable<string> OpenUrls(IConfiguration configuration) =>
        from url in Split(configuration[WebHostDefaults.ServerUrlsKey])
        where !IsLoopbackBinding(url)
        select $"{WebHostDefaults.ServerUrlsKey} is '{url}'";

    private static IEnumerable<string> OpenPorts(IConfiguration configuration) =>
        // The server ignores the port settings as soon as urls says anything. A port alone means every interface.
        Split(configuration[WebHostDefaults.ServerUrlsKey]).Length > 0
            ? []
            : from key in new[] { WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }
              from port in Split(configuration[key])
              select $"{key} is '{port}'";

    private static IEnumerable<string> OpenEndpoints(IConfiguration configuration) =>
        // Endpoints override urls or are overridden by them (preferHostingUrls), so both have to be loopback.
        from endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren()
        let url = endpoint["Url"]
        where !IsLoopbackBinding(url)
        select $"{endpoint.Path}:Url is '{url}'";

    private static bool IsLoopbackBinding(string? url)
    {
        try
        {
            // The server's own parser, so that both understand '*', '+' and names without a port alike. A pipe or a
            // socket file is not loopback: whatever stands in front of it may face the world.
            return url is not null && IsLoopbackHost(BindingAddress.Parse(url).Host);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string[] Split(string? value) =>
        value?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
