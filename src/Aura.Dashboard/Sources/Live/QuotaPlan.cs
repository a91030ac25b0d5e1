using System.Globalization;
using Aura.Dashboard.Configuration;

namespace Aura.Dashboard.Sources.Live;

/// <summary>Compares what a Live configuration asks with what its vendors allow, before the first call is spent.</summary>
internal static class QuotaPlan
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The demand on the busiest key of each vendor that feeds a source, sorted by name.</summary>
    public static IReadOnlyList<QuotaDemand> Demands(
        IEnumerable<string> vendorOfEachSource, Func<string, int> askersOf, RoundSchedule schedule)
    {
        int perMinute = (int)Math.Max(1, Math.Ceiling(Minute / schedule.Period));
        int perDay = schedule.MostInADay();
        return
        [
            .. vendorOfEachSource.CountBy(vendor => vendor, StringComparer.Ordinal)
                .OrderBy(vendor => vendor.Key, StringComparer.Ordinal)
                .Select(vendor => new QuotaDemand(
                    vendor.Key, vendor.Value, askersOf(vendor.Key), perMinute, perDay)),
        ];
    }

    /// <summary>A sentence for every limit that the demand exceeds, with the numbers and what would fit.</summary>
    public static IEnumerable<string> Excesses(QuotaDemand demand, VendorLimits limits, TimeSpan gather)
    {
        string key = $"Market:Vendors:{demand.Vendor}";
        if (limits.PerDay > 0 && demand.CallsPerDay > limits.PerDay)
            yield return $"{key}:RequestsPerDay is '{limits.PerDay}': the schedule asks {N(demand.CallsPerDay)} calls a day "
                + $"against {N(limits.PerDay)} ({Factors(demand)} × {N(demand.RoundsPerDay)} rounds). {Fit(demand, limits.PerDay, "a day")}";
        if (limits.PerMinute > 0 && demand.CallsPerMinute > limits.PerMinute)
            yield return $"{key}:RequestsPerMinute is '{limits.PerMinute}': the schedule asks {N(demand.CallsPerMinute)} calls a minute "
                + $"against {N(limits.PerMinute)} ({Factors(demand)} × {N(demand.RoundsPerMinute)} rounds). {Fit(demand, limits.PerMinute, "a minute")}";
        var needed = limits.Gap * (demand.CallsPerRound - 1);
        if (needed >= gather)
            yield return $"Rounds:GatherTimeout is '{gather}': {demand.Vendor} answers one call in {limits.Gap.TotalSeconds:0} s, so "
                + $"{Factors(demand)} need more than {needed.TotalSeconds:0} s. Raise it, ask less, or set Market:Fetch to Shared.";
    }

    private static string Factors(QuotaDemand demand) =>
        $"{Count(demand.Sources, "source")} × {Count(demand.Askers, "asking node")}";

    private static string Fit(QuotaDemand demand, int limit, string time)
    {
        string own = $"As configured {Rounds(limit / demand.CallsPerRound, time)}";
        return demand.Askers == 1
            ? own + "."
            : $"{own}; with Market:Fetch set to Shared {Rounds(limit / demand.Sources, time)}.";
    }

    private static string Rounds(long rounds, string time) =>
        rounds == 0 ? "not one round fits" : $"{Count(rounds, "round")} {time} would fit";

    private static string Count(long number, string noun) => $"{N(number)} {noun}{(number == 1 ? "" : "s")}";

    private static string N(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
