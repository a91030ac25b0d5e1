using System.Globalization;
using Aura.EndToEndTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed class BreakerPageTests(Chromium chromium, TwoPersonDashboard dashboard)
{
    private const string Reason = "halted from a telephone on the way";

    /// <summary>SYSTEM belongs to this test: the others of this dashboard halt assets.</summary>
    [Fact]
    public async Task An_operator_trips_on_a_telephone_and_finds_it_in_timeline_and_history_as_REST_states_it()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(390, 844), dashboard.Url, "operator");
        var page = desk.Page;
        await page.GotoAsync($"{dashboard.Url}/breaker?scope=SYSTEM&range=15m&trip=SYSTEM");
        await Expect(page.GetByTestId("history-empty")).ToBeVisibleAsync();
        await Expect(page.GetByTestId("confirm")).ToHaveCountAsync(0);

        await desk.CommandAsync("SYSTEM", "trip", Reason);

        await Expect(desk.State("SYSTEM")).ToHaveTextAsync("Isolated");
        await Expect(page.GetByTestId("event-words")).ToHaveTextAsync(Reason);
        await Expect(page.GetByTestId("timeline-SYSTEM").Locator(".aura-stretch").Last).ToHaveTextAsync("I");
        await Accessibility.AssertCleanAsync(page, "breakers on a telephone");
        Assert.Equal(0, await page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"));

        using var rest = await RestClient.SignInAsync(dashboard.Url, "operator");
        var stated = await rest.BreakerAsync("SYSTEM");
        var line = page.GetByTestId("history-event");
        await Expect(line).ToHaveCountAsync(1);
        string shown = await line.InnerTextAsync();
        Assert.Contains(stated.GetProperty("state").GetString()!, shown, StringComparison.Ordinal);
        Assert.Contains($"version {stated.GetProperty("version").GetInt64()}", shown, StringComparison.Ordinal);
        string time = (await line.Locator("time").First.GetAttributeAsync("datetime"))!;
        Assert.Equal(stated.GetProperty("since").GetDateTimeOffset(), DateTimeOffset.Parse(time, CultureInfo.InvariantCulture));
        string entry = (await page.GetByTestId("event-entry").GetAttributeAsync("href"))!["/api/v1/".Length..];
        var recorded = (await rest.GetAsync(entry)).EnumerateArray().Single();
        Assert.Equal("Command", recorded.GetProperty("kind").GetString());
        Assert.Equal(stated.GetProperty("since").GetDateTimeOffset(), recorded.GetProperty("at").GetDateTimeOffset());
    }
}
