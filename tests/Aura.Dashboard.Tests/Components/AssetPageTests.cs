using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using AssetPage = Aura.Dashboard.Components.Pages.Asset;

namespace Aura.Dashboard.Tests.Components;

public sealed class AssetPageTests : BunitContext
{
    private readonly TestDesk _desk;
    private readonly ScriptedHistory _history = new();

    public AssetPageTests()
    {
        _desk = new TestDesk(this);
        Services.AddSingleton<IAssetHistory>(_history);
    }

    [Fact]
    public void An_unknown_asset_is_answered_with_those_that_there_are() =>
        Assert.Equal("There is no asset 'SILVER'. There are GOLD, MSFT.", Text(Open("SILVER"), "asset-unknown"));

    [Fact]
    public void A_range_without_rounds_says_so_in_words() =>
        Assert.Equal("No round in this range.", Text(Open("GOLD"), "asset-history-empty"));

    [Fact]
    public async Task A_range_shows_its_statistics_and_goes_on_with_every_new_round()
    {
        _history.Range = new AssetRange([Point(1, 100m), Point(2, 110m)], 1);
        await _desk.PublishAsync(Sample.Round(2));
        var page = Open("GOLD");
        Assert.StartsWith("2 rounds, from 2026-01-02 15:00:05 UTC to 2026-01-02 15:00:10 UTC.", Text(page, "asset-history-rounds"), StringComparison.Ordinal);
        Assert.Equal("110.00", Text(page, "asset-statistics-last"));

        await _desk.PublishAsync(Sample.Round(3));
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));

        page.WaitForAssertion(() => Assert.Equal("3,356.73", Text(page, "asset-statistics-last")));
        Assert.StartsWith("3 rounds", Text(page, "asset-history-rounds"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_measures_of_risk_are_those_of_the_chosen_range_and_follow_it()
    {
        _history.Range = new AssetRange([Point(1, 100m), Point(2, 90m)], 1);
        await _desk.PublishAsync(Sample.Round(2));
        var page = Open("GOLD");
        Assert.Equal("10.0000 %", Text(page, "risk-drawdown-present"));

        await _desk.PublishAsync(Sample.Round(3));
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(200));

        page.WaitForAssertion(() => Assert.Equal("0.0000 %", Text(page, "risk-drawdown-present")));
        Assert.StartsWith("2 returns of rounds 1 to 3.", Text(page, "risk-measures-sample"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_says_that_it_is_one()
    {
        _history.Range = new AssetRange([Point(7, 100m), Point(14, 110m)], 7);

        Assert.Contains("one of every 7 was read", Text(Open("GOLD"), "asset-history-rounds"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_range_is_named_and_the_shortest_is_shown()
    {
        var page = Open("GOLD", "?range=2h");

        Assert.Equal("The range is '2h': accepted is one of 15m, 1h, 6h, 24h, 7d.", Text(page, "range-fault"));
        Assert.Equal("true", page.Find("[data-testid=range-15m]").GetAttribute("aria-current"));
    }

    [Fact]
    public void A_history_that_cannot_be_read_can_be_read_again()
    {
        _history.Broken = true;
        var page = Open("GOLD");
        Assert.Equal("The history could not be read.", page.Find("[data-testid=asset-history] [role=alert]").TextContent);

        _history.Broken = false;
        page.Find("[data-testid=asset-history] .aura-problem + button").Click();

        page.WaitForAssertion(() => Assert.Equal("No round in this range.", Text(page, "asset-history-empty")));
    }

    private static AssetPoint Point(long round, decimal price) =>
        AssetPoint.Of(Sample.Round(round), Sample.Gold)! with { Price = price };

    private static string Text(IRenderedComponent<AssetPage> page, string id) =>
        string.Join(' ', page.Find($"[data-testid={id}]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<AssetPage> Open(string symbol, string query = "")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/assets/{symbol}{query}");
        return Render<AssetPage>(parameters => parameters.Add(page => page.Symbol, symbol));
    }

    private sealed class ScriptedHistory : IAssetHistory
    {
        public AssetRange Range { get; set; } = new([], 1);

        public bool Broken { get; set; }

        public Task<AssetRange> RangeAsync(
            AssetSymbol symbol, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken) =>
            Broken ? Task.FromException<AssetRange>(new IOException("no disk")) : Task.FromResult(Range);
    }
}
