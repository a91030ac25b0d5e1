using System.Globalization;
using System.Text.RegularExpressions;
using Aura.EndToEndTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

/// <summary>What a person does all day: reads an asset's past, sends a link, pauses, changes clock and language, uses keys.</summary>
public sealed partial class DeskJourneyTests(Chromium chromium, ExtremeGoldDashboard dashboard)
{
    [Fact]
    public async Task The_page_of_an_asset_shows_what_the_API_says_and_a_link_shows_a_colleague_the_same()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "operator");
        await desk.Page.GotoAsync($"{dashboard.Url}/assets/GOLD");
        await desk.Page.GetByTestId("range-1h").ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync($"{dashboard.Url}/assets/GOLD?range=1h");
        await Expect(desk.Page.GetByTestId("asset-GOLD-candles-chart").Locator("svg .apexcharts-candlestick-area").First).ToBeAttachedAsync();
        await desk.Page.GetByTestId("pause-switch").ClickAsync();
        await desk.Page.GetByTestId("asset-GOLD-as-table").ClickAsync();
        var row = desk.Page.GetByTestId("asset-GOLD-table").Locator("tbody tr").First;
        string at = (await row.Locator("time").GetAttributeAsync("datetime"))!;
        string price = await row.Locator("td").Nth(1).InnerTextAsync();

        using var rest = await RestClient.SignInAsync(dashboard.Url, "operator");
        var points = (await rest.GetAsync("assets/GOLD/history")).GetProperty("points").EnumerateArray();
        var same = points.Single(point => point.GetProperty("completedAt").GetDateTimeOffset() == DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));
        Assert.Equal(
            decimal.Parse(same.GetProperty("price").GetString()!, CultureInfo.InvariantCulture).ToString("N2", CultureInfo.InvariantCulture) + " USD/oz",
            price);

        var colleague = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "auditor");
        await colleague.Page.GotoAsync(desk.Page.Url);
        await Expect(colleague.Page.GetByTestId("range-1h")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(colleague.Tier("GOLD")).ToHaveTextAsync("Extreme");
    }

    [Fact]
    public async Task A_pause_holds_numbers_still_says_so_and_goes_on_with_the_present()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "compliance");
        await desk.Page.Keyboard.PressAsync("p");
        await Expect(desk.Page.GetByTestId("pause-notice")).ToContainTextAsync("Paused since");
        string held = await desk.Round.InnerTextAsync();
        await Expect(desk.Page.GetByTestId("pause-held")).Not.ToHaveTextAsync("Rounds waiting: 0");
        Assert.Equal(held, await desk.Round.InnerTextAsync());

        await desk.Page.Keyboard.PressAsync("p");

        await Expect(desk.Page.GetByTestId("pause-notice")).ToHaveCountAsync(0);
        await Expect(desk.Round).Not.ToHaveTextAsync(held);
    }

    [Fact]
    public async Task Clock_and_language_follow_the_person_and_the_record_does_not()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "auditor");
        await desk.Page.GetByTestId("zone-switch").SelectOptionAsync("new-york");
        await Expect(desk.Page).ToHaveURLAsync($"{dashboard.Url}/?zone=new-york");
        var slot = desk.Page.GetByTestId("recent-rounds").Locator("time").First;
        await Expect(slot).ToHaveAttributeAsync("title", NewYorkOffset());

        await desk.Page.GetByTestId("language-switch").SelectOptionAsync("de");

        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Übersicht");
        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Expect(desk.Price("GOLD")).ToContainTextAsync(GermanPrice());
        await Expect(desk.State("GOLD")).ToHaveTextAsync("Open");
        await Expect(desk.Page.GetByTestId("zone-switch")).ToHaveValueAsync("new-york");
    }

    [Fact]
    public async Task Keys_lead_through_the_desk_can_be_listed_and_can_be_switched_off()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "operator");
        await desk.Page.Keyboard.PressAsync("g");
        await desk.Page.Keyboard.PressAsync("r");
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Rounds");
        await desk.Page.Keyboard.PressAsync("?");
        await desk.Page.GetByTestId("keys-switch").UncheckAsync();
        await desk.Page.GetByTestId("cancel").ClickAsync();
        await Expect(desk.Page.GetByTestId("keys-switch")).ToHaveCountAsync(0);

        await desk.Page.Keyboard.PressAsync("g");
        await desk.Page.Keyboard.PressAsync("o");
        await desk.Page.Keyboard.PressAsync("p");

        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Rounds");
        await Expect(desk.Page.GetByTestId("pause-notice")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_link_to_filtered_rounds_shows_the_same_rounds_and_each_opens_with_its_votes()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "operator");
        await desk.Page.GotoAsync($"{dashboard.Url}/rounds?before=6");
        await desk.Page.GetByTestId("filter-changes").CheckAsync();
        await Expect(desk.Page).ToHaveURLAsync($"{dashboard.Url}/rounds?changes=True");
        var colleague = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "auditor");
        await colleague.Page.GotoAsync($"{dashboard.Url}/rounds?changes=True&before=6");

        var opened = colleague.Page.GetByTestId("recent-rounds").Locator("tbody tr").Last;
        await Expect(opened).ToContainTextAsync("GOLD Closed → Open: Extreme dispersion");
        await opened.Locator("th a").ClickAsync();

        await Expect(colleague.Page.GetByTestId("round-transition")).ToContainTextAsync("GOLD Closed → Open");
        await Expect(colleague.Page.GetByTestId("vote-node-1-gold-goldapi")).ToContainTextAsync("agrees");
        await Expect(colleague.Page.GetByTestId("tally-gold-goldapi-0")).ToContainTextAsync("100 %");
        string number = await colleague.Page.GetByTestId("round-detail-number").InnerTextAsync();
        using var rest = await RestClient.SignInAsync(dashboard.Url, "auditor");
        var same = await rest.GetAsync($"rounds/{number}");
        Assert.Equal(
            same.GetProperty("systemScore").GetProperty("display").GetDecimal(),
            decimal.Parse(await colleague.Page.GetByTestId("round-score").InnerTextAsync(), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_wallboard_says_what_the_API_says_and_offers_nothing_to_press()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "auditor");
        await desk.Page.GotoAsync($"{dashboard.Url}/wallboard");

        await Expect(desk.LiveState).ToHaveTextAsync("LIVE");
        await Expect(desk.Tier("GOLD")).ToHaveTextAsync("Extreme");
        await Expect(desk.Page.GetByTestId("publishing-verdict")).ToContainTextAsync("halted");
        using var rest = await RestClient.SignInAsync(dashboard.Url, "auditor");
        var status = await rest.GetAsync("status");
        foreach (var breaker in status.GetProperty("breakers").EnumerateArray())
            await Expect(desk.State(breaker.GetProperty("scope").GetString()!)).ToHaveTextAsync(breaker.GetProperty("state").GetString()!);
        await Expect(desk.Page.Locator("main :is(button, a, input, select)")).ToHaveCountAsync(0);
    }

    [GeneratedRegex("-0[45]:00$", RegexOptions.None, 1000)]
    private static partial Regex NewYorkOffset();

    [GeneratedRegex(@"^\s*\d\.\d{3},\d{2}", RegexOptions.None, 1000)]
    private static partial Regex GermanPrice();
}
