using Aura.EndToEndTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed class AlertJourneyTests(Chromium chromium, HastyDashboard dashboard)
{
    private static readonly Place Alerts = Tour.Places.Single(place => string.Equals(place.Name, "alerts", StringComparison.Ordinal));

    [Fact]
    public async Task A_halted_asset_calls_is_escalated_acknowledged_expires_and_calls_again()
    {
        await using var people = chromium.Invite();
        var compliance = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "compliance");
        var page = compliance.Page;
        await Expect(compliance.State("GOLD")).ToHaveTextAsync("Open");
        await Expect(compliance.State("SYSTEM")).ToHaveTextAsync("Closed");

        await Expect(page.GetByTestId("alert-notice")).ToContainTextAsync("GOLD Breaker tripped.");
        await page.GetByTestId("alert-notice").GetByText("To the alerts").ClickAsync();
        var incident = page.GetByTestId("inbox-list").Locator("li", new() { HasText = "Breaker tripped · GOLD" });
        await Expect(incident).ToHaveAttributeAsync("data-status", "Escalated");
        await Expect(incident.GetByText("Silence")).ToHaveCountAsync(0);

        await new Tour(compliance).AssertDialogCleanAsync(Alerts, incident.GetByText("Acknowledge …"), "acknowledge dialog");
        await incident.GetByText("Acknowledge …").ClickAsync();
        await page.GetByTestId("alert-comment").FillAsync("I compare both vendors of gold");
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(incident).ToHaveAttributeAsync("data-status", "Acknowledged");
        await Expect(incident.GetByTestId("incident-answer")).ToContainTextAsync("I compare both vendors of gold");

        // Nothing else is done about it.
        await Expect(incident).ToHaveAttributeAsync("data-status", "Triggered");
        await Expect(incident).ToHaveAttributeAsync("data-status", "Escalated");
        var past = page.GetByTestId("past-incident").Filter(new() { HasText = "Breaker tripped · GOLD" }).First;
        await Expect(past).ToContainTextAsync("Acknowledgement expired");
        await Expect(past).ToContainTextAsync("Escalated: nobody answered");
    }

    [Fact]
    public async Task A_drill_of_MSFT_calls_is_answered_and_ended_while_its_price_goes_on()
    {
        await using var people = chromium.Invite();
        var operators = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "operator");
        var compliance = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "compliance");
        await new Tour(operators).GoAsync(Alerts);
        await new Tour(compliance).GoAsync(Alerts);

        await operators.Page.GetByTestId("drill-scope").SelectOptionAsync("MSFT");
        await operators.Page.GetByTestId("start-drill").ClickAsync();
        await operators.Page.GetByTestId("alert-comment").FillAsync("The drill of this month, nothing is wrong");
        await operators.Page.GetByTestId("confirm").ClickAsync();

        var drill = compliance.Page.GetByTestId("inbox-list").Locator("li", new() { HasText = "Drill · MSFT" });
        await Expect(drill).ToContainTextAsync("A drill, nothing is wrong");
        await drill.GetByText("Acknowledge …").ClickAsync();
        await compliance.Page.GetByTestId("alert-comment").FillAsync("I would look at the vendors of MSFT");
        await compliance.Page.GetByTestId("confirm").ClickAsync();
        await Expect(drill).ToHaveAttributeAsync("data-status", "Acknowledged");

        await operators.Page.GetByText("End the drill …").ClickAsync();
        await operators.Page.GetByTestId("alert-comment").FillAsync("Answered by compliance in seconds");
        await operators.Page.GetByTestId("confirm").ClickAsync();
        await Expect(drill).ToHaveCountAsync(0);
        var past = compliance.Page.GetByTestId("past-incident").Filter(new() { HasText = "Drill · MSFT" }).First;
        await Expect(past.GetByTestId("incident-times")).ToContainTextAsync("answered after");

        using var rest = await RestClient.SignInAsync(dashboard.Url, "auditor");
        var breakers = await rest.GetAsync("breakers");
        Assert.Equal("Closed", breakers.EnumerateArray().Single(breaker => breaker.GetProperty("scope").GetString() is "MSFT").GetProperty("state").GetString());
    }
}
