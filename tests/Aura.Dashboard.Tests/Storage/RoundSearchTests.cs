using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;

namespace Aura.Dashboard.Tests.Storage;

/// <summary>What pages read of the rounds, on both databases.</summary>
public sealed class RoundSearchTests
{
    private static readonly AssetSymbol Gold = AssetSymbol.Parse("GOLD");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task Rounds_are_found_by_page_range_tier_and_change_and_an_asset_over_time(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        using var rounds = database.Start(host => host.With("Market:Scenario", "extreme-gold"));
        var reports = await rounds.RunAsync(9);
        var search = rounds.Host.Get<IRoundSearch>();
        var everything = RoundFilter.Everything;
        long opened = reports.Single(report => !report.Transitions.IsEmpty).Round.Value;

        var newest = await search.FindAsync(everything, null, 4, Cancelled);
        Assert.Equal("9 8 7 6 to 6", Told(newest));
        Assert.Equal("5 4 3 2 to 2", Told(await search.FindAsync(everything, newest.SearchedTo, 4, Cancelled)));
        Assert.Equal("1 to 1, the end", Told(await search.FindAsync(everything, new RoundNumber(2), 4, Cancelled)));

        Assert.Equal($"{opened} to 1, the end", Told(await search.FindAsync(everything with { OnlyChanges = true }, null, 4, Cancelled)));
        var extreme = await search.FindAsync(everything with { Asset = Gold, AtLeast = Tier.Extreme }, null, 4, Cancelled);
        Assert.Equal("9 8 7 6 to 6", Told(extreme));
        Assert.Equal(" to 1, the end", Told(await search.FindAsync(everything with { OnlyIncomplete = true }, null, 4, Cancelled)));
        Assert.Equal(
            "6 5 4 to 4, the end",
            Told(await search.FindAsync(everything with { From = reports[3].Slot.Instant, To = reports[6].Slot.Instant }, null, 4, Cancelled)));
        Assert.Equal(" to , the end", Told(await search.FindAsync(everything with { From = reports[8].Slot.Instant.AddHours(1) }, null, 4, Cancelled)));

        var history = rounds.Host.Get<IAssetHistory>();
        var all = await history.RangeAsync(Gold, reports[1].Slot.Instant, reports[8].Slot.Instant, 100, Cancelled);
        Assert.Equal((1, "2 3 4 5 6 7 8"), (all.Step, Numbers(all.Points.Select(point => point.Round))));
        Assert.Equal(reports[4].Assets[0].Price, all.Points[3].Price);
        var sample = await history.RangeAsync(Gold, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 4, Cancelled);
        Assert.Equal((3, "3 6 9"), (sample.Step, Numbers(sample.Points.Select(point => point.Round))));
    }

    private static string Told(RoundPage page) =>
        $"{Numbers(page.Reports.Select(report => report.Round))} to {page.SearchedTo?.Value}{(page.IsEnd ? ", the end" : "")}";

    private static string Numbers(IEnumerable<RoundNumber> rounds) => string.Join(' ', rounds.Select(round => round.Value));
}
