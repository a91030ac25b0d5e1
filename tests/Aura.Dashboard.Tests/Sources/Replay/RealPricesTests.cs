using System.Globalization;

namespace Aura.Dashboard.Tests.Sources.Replay;

/// <summary>Twenty years of real prices lie beside the repository; the first days go through the whole host here.</summary>
public sealed class RealPricesTests
{
    private const int Days = 60;
    private const decimal Tolerance = 0.0002m;

    private static readonly string[] Needed =
        ["gld_close", "oz_per_share", "xau_1600et", "msft_close_adj", "disp_sync_pct"];

    [Fact]
    public async Task Dispersion_of_gold_is_the_published_one_on_every_day()
    {
        string? path = FindPrices();
        Assert.SkipWhen(path is null, "../shared/data/derived/aligned_daily.csv is not there.");
        string[] lines = await File.ReadAllLinesAsync(path!, TestContext.Current.CancellationToken);
        string[] header = lines[0].Split(',');
        int[] needed = [.. Needed.Select(column => Array.IndexOf(header, column))];
        var days = lines.Skip(1).Select(line => line.Split(','))
            .Where(cells => needed.All(column => cells[column].Length > 0)).Take(Days).ToList();
        using var csv = new ReplayCsv([lines[0], .. days.Select(cells => string.Join(',', cells))]);
        using var rounds = RoundDriver.Start(csv.Plays);

        int compared = 0;
        foreach (string[] day in days)
        {
            var gold = (await rounds.RunAsync()).Asset("GOLD");

            decimal expected = decimal.Parse(day[needed[^1]], CultureInfo.InvariantCulture);
            Assert.Equal(2, gold.Sources.Count(source => source.Price is not null));
            Assert.True(
                Math.Abs(gold.DispersionPercent!.Value - expected) <= Tolerance,
                $"{day[0]}: {gold.DispersionPercent} instead of {expected}");
            compared++;
        }

        Assert.Equal(Days, compared);
        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} days compared, {days[0][0]} to {days[^1][0]}.");
    }

    private static string? FindPrices()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "AuraDashboard.sln")))
            {
                string path = Path.GetFullPath("../shared/data/derived/aligned_daily.csv", folder.FullName);
                return File.Exists(path) ? path : null;
            }

        return null;
    }
}
