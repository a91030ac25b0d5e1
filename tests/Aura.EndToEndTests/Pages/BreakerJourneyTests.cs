using System.Diagnostics;
using System.Net;
using Aura.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed class BreakerJourneyTests(Chromium chromium, CalmDashboard calm)
{
    [Fact]
    public async Task A_trip_in_one_browser_shows_in_the_other_within_a_second_and_a_reset_leads_back_to_Closed()
    {
        await using var people = chromium.Invite();
        var operators = await Desk.SignInAsync(await people.NewPageAsync(), calm.Url, "operator");
        var compliance = await Desk.SignInAsync(await people.NewPageAsync(), calm.Url, "compliance");
        await Expect(compliance.State("GOLD")).ToHaveTextAsync("Closed");

        await operators.CommandAsync("GOLD", "trip", "trying out the breaker of gold");
        await Expect(operators.State("GOLD")).ToHaveTextAsync("Isolated");
        await Expect(compliance.State("GOLD")).ToHaveTextAsync(
            "Isolated", new LocatorAssertionsToHaveTextOptions { Timeout = 1000 });

        // The button is locked while the cool-down runs; Playwright waits until a person could click it.
        await operators.CommandAsync("GOLD", "reset", "the drill of gold is over", "Resolved");
        await Expect(operators.State("GOLD")).ToHaveTextAsync("HalfOpen");
        await Expect(operators.State("GOLD")).ToHaveTextAsync("Closed");
        await Expect(compliance.State("GOLD")).ToHaveTextAsync("Closed");
    }

    [Fact]
    public async Task The_second_browser_follows_a_trip_over_REST_within_a_second()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), calm.Url, "auditor");
        using var rest = await RestClient.SignInAsync(calm.Url, "operator");

        // The page itself watches, at every frame: polling from here would blur what the product promises.
        var shown = desk.Page.WaitForFunctionAsync(
            "() => document.querySelector('[data-testid=breaker-MSFT-state]').textContent.trim() === 'Isolated'");
        long started = Stopwatch.GetTimestamp();
        using var answer = await rest.CommandAsync("MSFT", "trip", expectedVersion: 1);
        await shown;

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Compliance_sees_no_trip_button_and_its_POST_is_refused()
    {
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), calm.Url, "compliance");
        using var rest = await RestClient.SignInAsync(calm.Url, "compliance");

        var before = await rest.BreakerAsync("GOLD");
        await Expect(desk.State("GOLD")).ToBeVisibleAsync();
        await Expect(desk.Button("GOLD", "trip")).ToHaveCountAsync(0);
        await Expect(desk.Button("SYSTEM", "trip")).ToHaveCountAsync(0);
        using var answer = await rest.CommandAsync("GOLD", "trip", expectedVersion: 1);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(before.ToString(), (await rest.BreakerAsync("GOLD")).ToString());
    }

    [Fact]
    public async Task After_a_kill_and_a_restart_the_breaker_is_as_it_was_and_the_page_comes_back_by_itself()
    {
        await using var people = chromium.Invite();
        await using var dashboard = await DashboardProcess.StartAsync();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "operator");
        await desk.CommandAsync("MSFT", "trip", "halted before a restart");
        await Expect(desk.State("MSFT")).ToHaveTextAsync("Isolated");
        int before = int.Parse(await desk.Round.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await dashboard.KillAsync();
        await Expect(desk.LiveState).ToHaveTextAsync("NOT LIVE");
        await dashboard.StartAsync();

        await Expect(desk.LiveState).ToHaveTextAsync("LIVE");
        await Expect(desk.State("MSFT")).ToHaveTextAsync("Isolated");
        using var rest = await RestClient.SignInAsync(dashboard.Url, "operator");
        Assert.Equal(2, (await rest.BreakerAsync("MSFT")).GetProperty("version").GetInt64());
        Assert.True((await rest.GetAsync("status")).GetProperty("round").GetProperty("number").GetInt64() >= before);
    }
}
