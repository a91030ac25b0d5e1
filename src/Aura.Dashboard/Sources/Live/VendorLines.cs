using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace Aura.Dashboard.Sources.Live;

/// <summary>The lines to all vendors, and their usage as pages read it.</summary>
internal sealed class VendorLines(IOptions<EngineOptions> options, TimeProvider time) : IVendorUsage
{
    private readonly Dictionary<string, VendorLine> _lines = options.Value.Market.Vendors.ByName().ToDictionary(
        vendor => vendor.Key, vendor => new VendorLine(vendor.Key, vendor.Value, time), StringComparer.Ordinal);

    public VendorLine Of(string vendor) => _lines[vendor];

    public IReadOnlyList<VendorUse> Read()
    {
        var asked = options.Value.Assets.SelectMany(asset => asset.Sources).Select(source => source.Vendor)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. asked.Select(vendor => UseOf(Of(vendor)))];
    }

    private static VendorUse UseOf(VendorLine line)
    {
        var spent = line.Budget.Read();
        return new VendorUse(
            line.Name,
            new CallCount(spent.ThisMinute, line.Limits.PerMinute),
            new CallCount(spent.Today, line.Limits.PerDay),
            spent.NextAllowed,
            line.Breaker.CircuitState switch
            {
                CircuitState.Open or CircuitState.Isolated => VendorBreaker.Open,
                CircuitState.HalfOpen => VendorBreaker.HalfOpen,
                _ => VendorBreaker.Closed,
            },
            line.Last?.Code,
            line.Last?.At);
    }
}
