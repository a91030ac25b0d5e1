using Aura.EndToEndTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed class ThresholdJourneyTests(Chromium chromium, TwoPersonDashboard dashboard)
{
    private static readonly Place Thresholds = Tour.Places.Single(place => string.Equals(place.Name, "thresholds", StringComparison.Ordinal));

    [Fact]
    public async Task An_administrator_proposes_thresholds_and_compliance_puts_them_into_force_with_the_next_round()
    {
        await using var people = chromium.Invite();
        var administrator = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "admin");
        var compliance = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "compliance");
        using var rest = await RestClient.SignInAsync(dashboard.Url, "auditor");
        string before = (await rest.GetAsync("status")).GetProperty("configurationDigest").GetString()!;
        await new Tour(compliance).GoAsync(Thresholds);
        await new Tour(administrator).GoAsync(Thresholds);
        var page = administrator.Page;

        await page.GetByTestId("threshold-elevatedAbovePercent").FillAsync("1.5");
        await page.GetByTestId("threshold-causes.Volatility.mode").SelectOptionAsync("Off");
        await page.GetByTestId("threshold-try").ClickAsync();
        await Expect(page.GetByTestId("trial-tiers-GOLD")).ToBeVisibleAsync();
        await page.GetByTestId("threshold-propose").ClickAsync();
        await page.GetByTestId("alert-comment").FillAsync("Both assets are calmer than in spring");
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("threshold-proposal")).ToContainTextAsync("Both assets are calmer than in spring");
        await Expect(page.GetByTestId("threshold-approve")).ToHaveCountAsync(0);

        await Expect(compliance.Page.GetByTestId("threshold-differences")).ToContainTextAsync("risk.elevatedAbovePercent");
        await Expect(compliance.Page.GetByTestId("threshold-differences").Locator("tbody tr")).ToHaveCountAsync(2);
        var tour = new Tour(compliance);
        await tour.AssertCleanAsync(Thresholds, "proposed thresholds");
        await tour.AssertDialogCleanAsync(Thresholds, compliance.Page.GetByTestId("threshold-approve"), "approve thresholds dialog");
        await compliance.Page.GetByTestId("threshold-approve").ClickAsync();
        await compliance.Page.GetByTestId("alert-comment").FillAsync("The trial shows no opening more");
        await compliance.Page.GetByTestId("confirm").ClickAsync();

        await Expect(compliance.Page.GetByTestId("thresholds-approved")).ToContainTextAsync("In force are thresholds that two people agreed on");
        await Expect(page.GetByTestId("threshold-elevatedAbovePercent")).ToHaveValueAsync("1.5");
        await Expect(page.GetByTestId("threshold-propose")).ToBeDisabledAsync();
        string after = (await rest.GetAsync("status")).GetProperty("configurationDigest").GetString()!;
        Assert.NotEqual(before, after);
        await page.GetByTestId("settings-tab-rules").ClickAsync();
        await Expect(page.GetByTestId("rule-set-digest")).ToHaveTextAsync(after);
        await page.GetByTestId("settings-tab-history").ClickAsync();
        await Expect(page.GetByTestId("adoption-digest").First).ToHaveTextAsync(after);
    }
}
