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
}
