using Aura.Dashboard.Configuration;
using Aura.Dashboard.Queries;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;

namespace Aura.Dashboard.Sources.Live;

/// <summary>The lines to all vendors, and their usage as pages read it.</summary>
internal sealed class VendorLines(IOptions<EngineOptions> options, TimeProvider time) : IVendorUsage
{
    private readonly Dictionary<string, VendorLine> _lines = options.Value.Market.Vendors.ByName().ToDictionary(
        vendor => vendor.Key,
        vendor => new VendorLine(vendor.Key, vendor.Value, options.Value.Nodes.Count, time), StringComparer.Ordinal);

    private readonly List<IGrouping<string, SourceOptions>> _asked =
    [
        .. options.Value.Assets.SelectMany(asset => asset.Sources)
            .GroupBy(source => source.Vendor, StringComparer.Ordinal).OrderBy(asked => asked.Key, StringComparer.Ordinal),
    ];

    private readonly int _roundsADay = RoundSchedule.Parse(options.Value.Rounds.Cron).MostInADay();

    public VendorLine Of(string vendor) => _lines[vendor];

    public IReadOnlyList<VendorUse> Read() => [.. _asked.SelectMany(asked => UseOf(Of(asked.Key), asked.Count()))];

    private IEnumerable<VendorUse> UseOf(VendorLine line, int sources) => line.Accounts.Select(account =>
    {
        var spent = account.Budget.Read();
        int askers = options.Value.Market.Fetch is FetchSharing.Shared ? 1 : account.Nodes.Length;
        return new VendorUse(
            line.Name,
            account.Nodes,
            new CallCount(spent.ThisMinute, line.Limits.PerMinute),
            new CallCount(spent.Today, line.Limits.PerDay),
            (long)sources * askers * _roundsADay,
            spent.NextAllowed,
            line.Breaker.CircuitState switch
            {
                CircuitState.Open or CircuitState.Isolated => VendorBreaker.Open,
                CircuitState.HalfOpen => VendorBreaker.HalfOpen,
                _ => VendorBreaker.Closed,
            },
            line.Last?.Code,
            line.Last?.At);
    });
}
