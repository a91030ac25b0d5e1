namespace Aura.Dashboard.Configuration;

/// <summary>One vendor of prices. Section <c>Market:Vendors:{name}</c>; used in Live only.</summary>
internal sealed class VendorOptions
{
    /// <summary>Scheme, host and port. HTTPS; plain HTTP only for a loopback address in Development.</summary>
    public string BaseUrl { get; set; } = string.Empty;

    /// <summary>The key, from the environment or user secrets only; a settings file that holds one is refused.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>Most calls of all nodes within any 60 seconds, 0 to 100,000; 0 is no limit.</summary>
    public int RequestsPerMinute { get; set; }

    /// <summary>Most calls of all nodes within a UTC day, 0 to 100,000,000; 0 is no limit.</summary>
    public int RequestsPerDay { get; set; }
}
