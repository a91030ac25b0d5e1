using Aura.Dashboard.Configuration;

namespace Aura.Dashboard.Identity;

/// <summary>Decides from configuration alone whether the demo accounts may exist in this host.</summary>
internal static class DemoAccountsRule
{
    private const string ModeKey = "Market:Mode";

    // A vendor without an address of its own uses the public one, so a silent vendor is as public as a named one.
    private static readonly string[] Vendors = ["AlphaVantage", "TwelveData", "Finnhub", "GoldApi"];

    /// <summary>Every condition that is not met, each naming key, value and what is accepted; empty allows them.</summary>
    public static IReadOnlyList<string> FindObstacles(IConfiguration configuration, IHostEnvironment environment) =>
    [
        .. EnvironmentObstacles(environment),
        .. LoopbackAddresses.FindOpenListeners(configuration)
            .Select(listener => $"{listener}; demo accounts accept only localhost and loopback addresses."),
        .. ModeObstacles(configuration),
    ];

    private static IEnumerable<string> EnvironmentObstacles(IHostEnvironment environment) =>
        environment.IsDevelopment()
            ? []
            : [$"ASPNETCORE_ENVIRONMENT is '{environment.EnvironmentName}'; demo accounts accept only Development."];

    private static IEnumerable<string> ModeObstacles(IConfiguration configuration)
    {
        string mode = configuration[ModeKey] ?? "Simulated";
        if (Is(mode, "Simulated") || Is(mode, "Replay"))
            return [];

        return Is(mode, "Live")
            ? PublicVendors(configuration)
            : [$"{ModeKey} is '{mode}'; demo accounts accept Simulated, Replay, and Live with loopback vendors."];
    }

    private static IEnumerable<string> PublicVendors(IConfiguration configuration) =>
        from vendor in configuration.GetSection("Market:Vendors").GetChildren().Select(section => section.Key)
            .Union(Vendors, StringComparer.OrdinalIgnoreCase)
        let key = $"Market:Vendors:{vendor}:BaseUrl"
        let url = configuration[key]
        where !LoopbackAddresses.IsLoopbackUrl(url)
        select $"{key} is {(url is null ? "not set, so public" : $"'{url}'")}; "
            + $"demo accounts with {ModeKey} 'Live' accept only loopback addresses.";

    private static bool Is(string mode, string name) => string.Equals(mode, name, StringComparison.OrdinalIgnoreCase);
}
