using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Aura.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed partial class OverviewTests(Chromium chromium, CalmDashboard calm, ExtremeGoldDashboard extremeGold)
{
    [Fact]
    public async Task Prices_change_without_a_reload()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), calm.Url, "operator");
        await Expect(desk.Price("GOLD")).ToHaveTextAsync(Digits());
        await desk.Page.EvaluateAsync("window.notReloaded = true");
        string gold = await desk.Price("GOLD").InnerTextAsync();
        string microsoft = await desk.Price("MSFT").InnerTextAsync();

        await Expect(desk.Price("GOLD")).Not.ToHaveTextAsync(gold);
        await Expect(desk.Price("MSFT")).Not.ToHaveTextAsync(microsoft);
        Assert.True(await desk.Page.EvaluateAsync<bool>("window.notReloaded === true"));
        await Expect(desk.Page.GetByTestId("asset-GOLD-chart").Locator("svg path").First).ToBeAttachedAsync();
        await Expect(desk.ModeBadge).ToContainTextAsync("Simulated");
    }

    [Fact]
    public async Task Extreme_gold_opens_GOLD_while_SYSTEM_stays_Closed_and_the_page_says_what_the_API_says()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), extremeGold.Url, "compliance");

        await Expect(desk.Tier("GOLD")).ToHaveTextAsync("Extreme");
        await Expect(desk.State("GOLD")).ToHaveTextAsync("Open");
        await Expect(desk.State("SYSTEM")).ToHaveTextAsync("Closed");
        await Expect(desk.State("MSFT")).ToHaveTextAsync("Closed");
        await Expect(desk.Tier("MSFT")).ToHaveTextAsync("Normal");
        await Expect(desk.Quality("GOLD")).ToHaveTextAsync("Good");

        using var rest = await RestClient.SignInAsync(extremeGold.Url, "compliance");
        var rounds = (await rest.GetAsync("rounds?before=10")).EnumerateArray().Reverse().ToList();
        var first = rounds.First(round => TierOf(round) is "Extreme");
        Assert.Contains(first.GetProperty("transitions").EnumerateArray(), transition =>
            transition.GetProperty("scope").GetString() is "GOLD" && transition.GetProperty("to").GetString() is "Open");
        Assert.Equal("7", await desk.Page.GetByTestId("system-score").InnerTextAsync());

        // Read at one instant, so that no round comes between its number and its price.
        string[] shown = await desk.Page.EvaluateAsync<string[]>(
            "['round-number', 'asset-GOLD-price'].map(id => document.querySelector(`[data-testid=${id}]`).textContent.trim())");
        var same = await rest.GetAsync($"rounds/{shown[0]}");
        string? agreed = same.GetProperty("assets").EnumerateArray()
            .Single(asset => asset.GetProperty("symbol").GetString() is "GOLD").GetProperty("price").GetString();
        Assert.StartsWith(
            decimal.Parse(agreed!, CultureInfo.InvariantCulture).ToString("N2", CultureInfo.InvariantCulture),
            shown[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_of_real_prices_shows_them_in_the_page()
    {
        await using var people = chromium.Invite();
        string prices = Repository.Shared("data/derived/aligned_daily.csv");
        // Its first row is looked at, so even a cold start must not time out a source.
        await using var dashboard = await DashboardProcess.StartAsync(
            ("Market__Mode", "Replay"), ("Market__Replay__Path", prices),
            ("Rounds__Cron", "*/3 * * * * *"), ("Rounds__GatherTimeout", "00:00:02.9"));
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "auditor");

        await Expect(desk.ModeBadge).ToContainTextAsync("Replay");
        await Expect(desk.Price("GOLD")).ToHaveTextAsync(Digits());
        using var rest = await RestClient.SignInAsync(dashboard.Url, "auditor");
        var first = await rest.GetAsync("rounds/1");
        var gld = Source(first, "GOLD", "gold-av-gld");
        Assert.Equal("53.12", gld.GetProperty("rawPrice").GetString());
        Assert.StartsWith("2006-01-03T21:00:00", first.GetProperty("marketTime").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_person_opens_the_explanation_by_keyboard_and_reads_the_sentences_that_the_API_sends(int width)
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(width, 900), extremeGold.Url, "auditor");
        foreach (string explanation in (string[])["system-explanation", "asset-GOLD-explanation"])
        {
            await desk.Page.GetByTestId(explanation).GetByRole(AriaRole.Button).FocusAsync();
            await desk.Page.Keyboard.PressAsync("Enter");
            await Expect(desk.Page.GetByTestId($"{explanation}-round")).ToHaveTextAsync(Number());
        }

        // Read at one instant, so that no round comes between its number and its sentences.
        string[] ids = ["round", "price", "weighted-mean", "dispersion", "tier", "publication", "gold-av-gld"];
        string[] shown = await desk.Page.EvaluateAsync<string[]>(
            "ids => ids.map(id => document.querySelector(`[data-testid=${id}]`).textContent)",
            ids.Select(id => $"asset-GOLD-explanation-{id}").Append("system-explanation-score"));

        using var rest = await RestClient.SignInAsync(extremeGold.Url, "auditor");
        var round = await rest.GetAsync($"rounds/{shown[0]}");
        var gold = round.GetProperty("assets").EnumerateArray()
            .Single(asset => asset.GetProperty("symbol").GetString() is "GOLD");
        var sent = gold.GetProperty("explanation");
        Assert.Equal(
            [
                sent.GetProperty("price").GetString(), sent.GetProperty("weightedMean").GetString(),
                sent.GetProperty("dispersion").GetString(), sent.GetProperty("tier").GetString(),
                sent.GetProperty("publication").GetString(),
                Source(round, "GOLD", "gold-av-gld").GetProperty("explanation").GetString(),
                round.GetProperty("systemScore").GetProperty("explanation").GetString(),
            ],
            shown[1..]);
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task A_phone_shows_the_overview_without_sideways_scrolling()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(390, 844), calm.Url, "operator");
        await Expect(desk.Price("GOLD")).ToHaveTextAsync(Digits());

        int overflow = await desk.Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.Equal(0, overflow);
    }

    private static string? TierOf(JsonElement round) =>
        round.GetProperty("assets").EnumerateArray()
            .Single(asset => asset.GetProperty("symbol").GetString() is "GOLD")
            .GetProperty("tier").GetString();

    private static JsonElement Source(JsonElement round, string asset, string id) =>
        round.GetProperty("assets").EnumerateArray()
            .Single(a => string.Equals(a.GetProperty("symbol").GetString(), asset, StringComparison.Ordinal))
            .GetProperty("sources").EnumerateArray()
            .Single(s => string.Equals(s.GetProperty("id").GetString(), id, StringComparison.Ordinal));

    [GeneratedRegex(@"^\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\d{3}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
