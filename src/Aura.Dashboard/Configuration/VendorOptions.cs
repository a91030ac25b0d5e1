using System.Globalization;

namespace Aura.Dashboard.Configuration;

/// <summary>One vendor of prices. Section <c>Market:Vendors:{name}</c>; used in Live only.</summary>
internal sealed class VendorOptions
{
    /// <summary>Scheme, host and port. HTTPS; plain HTTP only for a loopback address in Development.</summary>
    public string BaseUrl { get; set; } = string.Empty;

    /// <summary>The key, from the environment or user secrets only; a settings file that holds one is refused.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>
    /// Keys of single nodes by their number, from the environment or user secrets only. A node without one uses
    /// <see cref="ApiKey"/>; every key has the allowance below for itself.
    /// </summary>
    public Dictionary<string, string> NodeApiKeys { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Most calls with one key within any 60 seconds, 0 to 100,000; 0 is no limit.</summary>
    public int RequestsPerMinute { get; set; }

    /// <summary>Most calls with one key within a UTC day, 0 to 100,000,000; 0 is no limit.</summary>
    public int RequestsPerDay { get; set; }

    /// <summary>The key that a node asks with; empty when it has none.</summary>
    public string KeyOf(int node) =>
        NodeApiKeys.GetValueOrDefault(node.ToString(CultureInfo.InvariantCulture)) is { Length: > 0 } own ? own : ApiKey;

    /// <summary>Nodes with their key, those that share one together: one key in two hands is one allowance.</summary>
    public IEnumerable<IGrouping<string, int>> NodesByKey(int nodes) =>
        Enumerable.Range(1, nodes).GroupBy(KeyOf, StringComparer.Ordinal);
}
