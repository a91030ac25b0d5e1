using Aura.Dashboard.Configuration;

namespace Aura.Dashboard.Sources.Live;

/// <summary>What a vendor allows one key.</summary>
/// <param name="PerMinute">Calls within any 60 seconds; 0 is no limit.</param>
/// <param name="PerDay">Calls within a UTC day; 0 is no limit.</param>
/// <param name="Gap">Shortest time between two calls.</param>
internal sealed record VendorLimits(int PerMinute, int PerDay, TimeSpan Gap)
{
    // Alpha Vantage answers a second call within the same second with a note in place of data, whatever the plan.
    private static readonly TimeSpan AlphaVantageGap = TimeSpan.FromSeconds(1);

    public static VendorLimits Of(string vendor, VendorOptions options) => new(
        options.RequestsPerMinute, options.RequestsPerDay,
        vendor is nameof(VendorsOptions.AlphaVantage) && options.RequestsPerMinute is > 0 and <= 60
            ? AlphaVantageGap
            : TimeSpan.Zero);
}
