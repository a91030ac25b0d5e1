using Aura.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed class AccessibilityTests(Chromium chromium, ExtremeGoldDashboard extremeGold)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1440)]
    [InlineData(ColorScheme.Dark, 1440)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Axe_finds_nothing_on_any_page_and_dialog(ColorScheme scheme, int width)
    {
        await using var people = chromium.Invite();
        string url = extremeGold.Url;
        var page = await people.NewPageAsync(width, 900, scheme);
        await page.GotoAsync($"{url}/login");
        await Accessibility.AssertCleanAsync(page, "login");

        var desk = await Desk.SignInAsync(page, url, "operator");
        await Expect(desk.State("GOLD")).ToHaveTextAsync("Open");
        await Accessibility.AssertCleanAsync(page, "overview");

        foreach (string explanation in (string[])["system-explanation", "asset-GOLD-explanation"])
        {
            await page.GetByTestId(explanation).GetByRole(AriaRole.Button).ClickAsync();
            await Expect(page.GetByTestId($"{explanation}-round")).ToBeVisibleAsync();
        }

        await Accessibility.AssertCleanAsync(page, "overview with its explanations");

        await desk.Button("SYSTEM", "trip").ClickAsync();
        await Expect(page.GetByTestId("confirm")).ToBeVisibleAsync();
        await Accessibility.AssertCleanAsync(page, "trip dialog");

        await page.GotoAsync($"{url}/rounds/1");
        await Expect(page.GetByTestId("recent-rounds")).ToBeVisibleAsync();
        await Accessibility.AssertCleanAsync(page, "round");

        await page.GotoAsync($"{url}/rounds/1?tab=evidence");
        await page.GetByTestId("round-verify").ClickAsync();
        await Expect(page.GetByTestId("round-verdict")).ToBeVisibleAsync();
        await Accessibility.AssertCleanAsync(page, "round with its evidence");

        await page.GotoAsync($"{url}/audit");
        await Expect(page.GetByTestId("ledger-fingerprint")).ToBeVisibleAsync();
        await Accessibility.AssertCleanAsync(page, "audit");
    }
}
