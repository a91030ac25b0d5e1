using Aura.Dashboard.Configuration;
using Aura.Engine.Market;
using Microsoft.Extensions.Options;

namespace Aura.Dashboard.Sources.Live;

/// <summary>Refuses vendors that cannot be asked safely, without their key, or as often as the schedule would.</summary>
internal sealed class LiveValidator(IHostEnvironment environment) : IValidateOptions<EngineOptions>
{
    private const int MostPerMinute = 100_000;
    private const int MostPerDay = 100_000_000;

    public ValidateOptionsResult Validate(string? name, EngineOptions options)
    {
        var vendors = options.Market.Vendors.ByName();
        var errors = vendors.SelectMany(vendor => Limits($"Market:Vendors:{vendor.Key}", vendor.Value)).ToList();
        if (options.Market.Calendar is MarketHours.AlwaysOpen && !environment.IsDevelopment())
            errors.Add("Market:Calendar is 'AlwaysOpen': accepted outside Development is Exchange, for real markets close.");
        if (options.Market.Mode is MarketMode.Live)
        {
            var asked = options.Assets.SelectMany(asset => asset.Sources)
                .Where(source => vendors.ContainsKey(source.Vendor)).ToList();
            foreach (var vendor in asked.GroupBy(source => source.Vendor, StringComparer.Ordinal))
            {
                errors.AddRange(Address($"Market:Vendors:{vendor.Key}:BaseUrl", vendors[vendor.Key].BaseUrl));
                errors.AddRange(VendorKeys.Defects(
                    vendor.Key, vendors[vendor.Key], [.. vendor.Select(source => source.Id)], options));
            }

            errors.AddRange(Quotas(options, vendors, [.. asked.Select(source => source.Vendor)]));
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Limits(string key, VendorOptions vendor)
    {
        if (vendor.RequestsPerMinute is < 0 or > MostPerMinute)
            yield return $"{key}:RequestsPerMinute is '{vendor.RequestsPerMinute}': accepted are 0 to {MostPerMinute}.";
        if (vendor.RequestsPerDay is < 0 or > MostPerDay)
            yield return $"{key}:RequestsPerDay is '{vendor.RequestsPerDay}': accepted are 0 to {MostPerDay}.";
    }

    // The value is not repeated: an address may carry a password.
    private IEnumerable<string> Address(string key, string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            yield return $"{key} is no address such as https://vendor.example.";
        else if (url.UserInfo.Length > 0 || url.PathAndQuery is not "/" || url.Fragment.Length > 0)
            yield return $"{key} holds more than scheme, host and port.";
        else if (url.Scheme is "http" && !(environment.IsDevelopment() && LoopbackAddresses.IsLoopbackUrl(value)))
            yield return $"{key} is '{url.Scheme}://{url.Authority}': accepted is https; plain http only for a loopback "
                + "address in Development.";
    }

    private static int Askers(VendorOptions vendor, EngineOptions options) =>
        options.Market.Fetch is FetchSharing.Shared ? 1 : vendor.NodesByKey(options.Nodes.Count).Max(key => key.Count());

    private static IEnumerable<string> Quotas(
        EngineOptions options, IReadOnlyDictionary<string, VendorOptions> vendors, IReadOnlyList<string> asked)
    {
        RoundSchedule schedule;
        try
        {
            schedule = RoundSchedule.Parse(options.Rounds.Cron);
        }
        catch (FormatException)
        {
            // Said already, by the validator of the schedule.
            return [];
        }

        return QuotaPlan.Demands(asked, vendor => Askers(vendors[vendor], options), schedule)
            .SelectMany(demand => QuotaPlan.Excesses(
                demand, VendorLimits.Of(demand.Vendor, vendors[demand.Vendor]), options.Rounds.GatherTimeout));
    }
}
