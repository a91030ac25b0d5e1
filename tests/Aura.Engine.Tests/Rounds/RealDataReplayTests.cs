using System.Collections.Immutable;
using System.Globalization;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>
/// Real GLD and XAU prices of 2006 to 2022 through vendor-shaped bodies, parsers, four signing nodes and the decision,
/// compared with dispersions that another program computed (<c>derived/aligned_daily.csv</c>).
/// </summary>
public sealed class RealDataReplayTests(ITestOutputHelper output)
{
    [Fact]
    public void Converted_dispersion_reproduces_every_day()
    {
        var days = Days();
        int compared = Compare(days, Standard.GoldShare, day => day.Synchronous, 0.0002m);

        output.WriteLine($"{compared} days compared with conversion.");
        Assert.True(compared >= 2_600);
    }

    [Fact]
    public void Unconverted_dispersion_reproduces_every_day()
    {
        var days = Days();
        int compared = Compare(days, Standard.GoldShare with { Unit = PriceUnit.TroyOunce }, day => day.Naive, 0.01m);

        output.WriteLine($"{compared} days compared without conversion.");
        Assert.True(compared >= 2_600);
    }

    private static int Compare(
        ImmutableArray<Day> days, SourceRule share, Func<Day, decimal> expected, decimal tolerance)
    {
        // Days are independent of each other here: each is decided from the initial state. One rule set for a quarter
        // of a year, because a decision hashes its rule set and a table of sixteen years would take most of the time.
        var differences = days.Chunk(60).AsParallel()
            .SelectMany(quarter =>
            {
                var rules = Rules(quarter, share);
                return quarter.Select(day => (day.Date, Expected: expected(day), Actual: Dispersion(day, rules)));
            })
            .Where(day => day.Actual is not { } actual || decimal.Abs(actual - day.Expected) > tolerance)
            .ToList();
        Assert.Empty(differences);
        return days.Length;
    }

    private static decimal? Dispersion(Day day, RuleSet rules)
    {
        var close = NewYorkTime.CloseOf(day.Date);
        var round = A.Round().Under(rules).AtMarketTime(close)
            .WithPrice(Standard.GoldShare, day.Share)
            .WithPrice(Standard.GoldRate, day.Ounce);
        var report = RoundDecision.Decide(EngineState.Initial, rules, round.Build()).Report;
        Assert.Equal(4, report.Network.Counted);
        return Assert.Single(report.Assets).DispersionPercent;
    }

    private static RuleSet Rules(IEnumerable<Day> days, SourceRule share) =>
        A.RuleSet().InMode(MarketMode.Replay)
            .WithSources((share, 1.0m), (Standard.GoldRate, 0.8m))
            .WithOunces([.. days.Select(day => new OuncesOnDate(day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.Ounces))])
            .Build();

    private static ImmutableArray<Day> Days() =>
    [
        .. Shared.Rows("derived/aligned_daily.csv")
            .Where(row => row.Has("gld_close", "oz_per_share", "xau_1600et", "disp_sync_pct", "disp_naive_pct"))
            .Select(row => new Day(
                row.Day, Number(row, "gld_close"), Number(row, "oz_per_share"), Number(row, "xau_1600et"),
                Number(row, "disp_sync_pct"), Number(row, "disp_naive_pct"))),
    ];

    private static decimal Number(SharedRow row, string column) => row.Number(column).GetValueOrDefault();

    private sealed record Day(
        DateOnly Date, decimal Share, decimal Ounces, decimal Ounce, decimal Synchronous, decimal Naive);
}
