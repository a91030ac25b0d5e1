using Aura.Engine.Market;

namespace Aura.Dashboard.Sources;

/// <summary>Every endpoint that can be asked, found by its vendor and function.</summary>
internal sealed class VendorEndpoints(IEnumerable<IVendorEndpoint> endpoints)
{
    private readonly Dictionary<(string Vendor, string Function), IVendorEndpoint> _endpoints =
        endpoints.ToDictionary(endpoint => (endpoint.Vendor, endpoint.Function));

    /// <exception cref="InvalidOperationException">No such endpoint: the settings should have been refused.</exception>
    public IVendorEndpoint Of(SourceRule source) =>
        _endpoints.GetValueOrDefault((source.Vendor, source.Function))
            ?? throw new InvalidOperationException($"No endpoint {source.Vendor} {source.Function}.");
}
