using System.Globalization;
using Aura.Dashboard.Configuration;
using Aura.Engine.Market;

namespace Aura.Dashboard.Sources.Live;

/// <summary>Refuses keys that are missing, unreadable or nobody's. No sentence repeats a key.</summary>
internal static class VendorKeys
{
    /// <summary>A sentence for every defect.</summary>
    /// <param name="vendor">The vendor's name in settings.</param>
    /// <param name="settings">Its settings.</param>
    /// <param name="sources">The sources that it feeds, for the sentence.</param>
    /// <param name="options">Who asks.</param>
    public static IEnumerable<string> Defects(
        string vendor, VendorOptions settings, IReadOnlyList<string> sources, EngineOptions options)
    {
        string key = $"Market:Vendors:{vendor}";
        foreach (string defect in OfNodes(key, settings, options).Concat(Unreadable($"{key}:ApiKey", settings.ApiKey)))
            yield return defect;
        if (IsNeeded(vendor, settings, options))
            yield return $"{key}:ApiKey is missing: {string.Join(", ", sources)} cannot be asked without it. "
                + $"Set the environment variable Market__Vendors__{vendor}__ApiKey"
                + (vendor is nameof(VendorsOptions.AlphaVantage) ? " or ALPHA_VANTAGE_API_KEY." : ".");
    }

    private static bool IsNeeded(string vendor, VendorOptions settings, EngineOptions options) =>
        vendor is not nameof(VendorsOptions.GoldApi)
        && Enumerable.Range(1, options.Nodes.Count).Any(node => settings.KeyOf(node).Length == 0);

    private static IEnumerable<string> OfNodes(string key, VendorOptions settings, EngineOptions options)
    {
        if (settings.NodeApiKeys.Count > 0 && options.Market.Fetch is FetchSharing.Shared)
            yield return $"{key}:NodeApiKeys is set although Market:Fetch is 'Shared': one answer serves all nodes. "
                + "Accepted are keys of nodes with PerNode, or one ApiKey with Shared.";
        var nodes = Enumerable.Range(1, options.Nodes.Count)
            .Select(node => node.ToString(CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        foreach (var (node, own) in settings.NodeApiKeys)
        {
            if (!nodes.Contains(node))
                yield return $"{key}:NodeApiKeys:{node} is no node: accepted are 1 to {options.Nodes.Count}.";
            if (own.Length == 0)
                yield return $"{key}:NodeApiKeys:{node} is empty: give a key, or leave the node out and it uses ApiKey.";
            foreach (string defect in Unreadable($"{key}:NodeApiKeys:{node}", own))
                yield return defect;
        }
    }

    // A shorter one could not be told from ordinary words when a vendor repeats it.
    private static IEnumerable<string> Unreadable(string key, string value)
    {
        if (value.Any(character => character is <= ' ' or > '~'))
            yield return $"{key} holds characters that no key has, a space or a line end for example.";
        else if (value.Length is > 0 and < BodyRedaction.ShortestKey)
            yield return $"{key} is too short to be a key: accepted are {BodyRedaction.ShortestKey} characters and more.";
    }
}
