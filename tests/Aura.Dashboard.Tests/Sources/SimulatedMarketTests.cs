using Aura.Dashboard.Queries;
using Aura.Engine.Breaker;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Tests.Sources;

public sealed class SimulatedMarketTests
{
    private const int HeldRounds = 60;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calm_is_good_and_normal_for_70_rounds()
    {
        using var rounds = RoundDriver.Start();

        foreach (var report in await rounds.RunAsync(70))
        {
            Assert.All(report.Assets, asset =>
            {
                Assert.Equal((Quality.Good, Tier.Normal, false), (asset.Quality, asset.Tier, asset.TierStale));
                Assert.All(asset.Sources, source => Assert.Equal(4, source.Votes));
            });
            Assert.All(report.Breakers, breaker => Assert.Equal((BreakerState.Closed, 1), (breaker.State, breaker.Version)));
            Assert.Equal(0m, report.System.RawScore);
        }
    }

    [Fact]
    public async Task Extreme_gold_opens_gold_in_the_round_in_which_it_becomes_extreme_and_holds()
    {
        using var rounds = RoundDriver.Start(host => host.With("Market:Scenario", "extreme-gold"));

        var reports = await rounds.RunAsync(3 + HeldRounds);

        var first = reports.First(report => report.Asset("GOLD").Tier is Tier.Extreme);
        Assert.InRange(first.Round.Value, 1, 3);
        var opened = Assert.Single(reports.SelectMany(report => report.Transitions));
        Assert.Equal(("GOLD", BreakerState.Closed, BreakerState.Open), (opened.Scope.Value, opened.From, opened.To));
        Assert.Equal(first.Round, opened.Round);
        Assert.False(opened.IsManual);
        Assert.All(reports, report => Assert.Equal(BreakerState.Closed, report.Breaker("SYSTEM").State));
        Assert.All(reports, report => Assert.Equal(BreakerState.Closed, report.Breaker("MSFT").State));
        Assert.All(reports, report => Assert.Equal(Tier.Normal, report.Asset("MSFT").Tier));
        var held = reports.SkipWhile(report => report != first).ToList();
        Assert.True(held.Count >= HeldRounds);
        Assert.All(held, report => Assert.Equal(Tier.Extreme, report.Asset("GOLD").Tier));
        Assert.All(held, report => Assert.Equal(BreakerState.Open, report.Breaker("GOLD").State));
    }

    [Fact]
    public async Task Equal_seed_and_slots_give_equal_bytes_in_two_databases()
    {
        Assert.Equal(await LedgerOfAsync(seed: 7), await LedgerOfAsync(seed: 7));
    }

    [Fact]
    public async Task Another_seed_gives_another_ledger()
    {
        var one = await LedgerOfAsync(seed: 7);
        var other = await LedgerOfAsync(seed: 8);

        Assert.Empty(one.Intersect(other, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_restart_continues_where_the_market_stood()
    {
        using var straight = RoundDriver.Start();
        var expected = await straight.RunAsync(6);
        using var before = RoundDriver.Start();
        await before.RunAsync(3);
        using var after = RoundDriver.Start(folder: before.Host.Folder, clock: before.Clock);

        var continued = await after.RunAsync(3);

        Assert.Equal(expected.Skip(3).Select(report => report.ToBytes()), continued.Select(report => report.ToBytes()));
    }

    [Fact]
    public async Task Adding_nodes_changes_no_price_body()
    {
        using var four = RoundDriver.Start();
        using var seven = RoundDriver.Start(host => host.With("Nodes:Count", "7"));

        Assert.Equal(
            Bodies(await four.RunAsync(5)), Bodies(await seven.RunAsync(5)), StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> LedgerOfAsync(long seed)
    {
        using var rounds = RoundDriver.Start(host => host.With("Market:Seed", seed.ToString()));
        await rounds.RunAsync(5);
        var entries = await rounds.Host.Get<ILedgerArchive>().AfterAsync(0, 100, Cancelled);
        // The rule set and five rounds.
        Assert.Equal(6, entries.Count);
        return [.. entries.Select(entry => $"{entry.Hash} {Convert.ToHexString(entry.Bytes.Span)}")];
    }

    private static IEnumerable<string> Bodies(IEnumerable<RoundReport> reports) =>
        from report in reports
        from asset in report.Assets
        from source in asset.Sources
        select $"{report.Round} {source.Id} {source.BodyHash!.Value}";
}
