using System.Collections.Immutable;
using System.Globalization;
using Aura.Engine.Canon;
using Aura.Testing;

namespace Aura.Engine.Tests.Incidents;

/// <summary>The closes of one asset around a stress day, as they followed each other.</summary>
/// <param name="Date">The stress day.</param>
/// <param name="Asset">GOLD or MSFT.</param>
/// <param name="Days">Ascending; the stress day is the fifth from the end.</param>
internal sealed record StressSeries(string Date, AssetSymbol Asset, ImmutableArray<(DateOnly Day, decimal Price)> Days)
{
    // Volatility says something from the twentieth return on, and a day after the fall often brings the next one.
    private const int Before = 24;
    private const int After = 4;

    // Real prices have more places than bodies of a test state.
    private const int Places = 4;

    // The second file begins where the first has ended, with prices that were adjusted to another day.
    private static readonly string[] MsftFiles = ["market/msft_daily_1986_2017_adj.csv", "market/msft_daily_2019_2025_adj.csv"];

    /// <summary>A series for each stress day that the daily files reach, and the days that they do not.</summary>
    public static (ImmutableArray<StressSeries> Series, ImmutableArray<string> Absent) All()
    {
        var closes = new Dictionary<AssetSymbol, ImmutableArray<ImmutableArray<(DateOnly Day, decimal Price)>>>
        {
            [Standard.Msft] = [.. MsftFiles.Select(Closes)],
            [Standard.Gold] = [Closes("market/xauusd_daily_2004_2025.csv")],
        };
        var series = ImmutableArray.CreateBuilder<StressSeries>();
        var absent = ImmutableArray.CreateBuilder<string>();
        foreach (var row in Shared.Rows("derived/stress_days.csv"))
        {
            var asset = row["asset"] is "msft" ? Standard.Msft : Standard.Gold;
            if (closes[asset].Select(file => Around(file, row.Day)).FirstOrDefault(days => !days.IsEmpty) is { IsDefault: false } days)
                series.Add(new StressSeries(row["date"], asset, days));
            else
                absent.Add(string.Create(CultureInfo.InvariantCulture, $"{row["date"]} {asset}"));
        }

        return (series.ToImmutable(), absent.ToImmutable());
    }

    private static ImmutableArray<(DateOnly Day, decimal Price)> Closes(string path) =>
        [.. Shared.Rows(path).Select(row => (row.Day, decimal.Round(row.Number("close").GetValueOrDefault(), Places)))];

    private static ImmutableArray<(DateOnly Day, decimal Price)> Around(ImmutableArray<(DateOnly Day, decimal Price)> closes, DateOnly day)
    {
        int at = closes.Select(close => close.Day).ToList().IndexOf(day);
        return at < Before || at + After >= closes.Length ? [] : closes[(at - Before)..(at + After + 1)];
    }
}
