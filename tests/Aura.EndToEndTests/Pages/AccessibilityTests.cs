using Aura.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed class AccessibilityTests(Chromium chromium, ExtremeGoldDashboard extremeGold)
{
    private const int DeskWidth = 1440;
    private const int TelephoneWidth = 390;
    private const int Height = 900;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_page_and_dialog_on_a_desk_and_on_a_telephone(ColorScheme scheme)
    {
        await using var people = chromium.Invite();
        string url = extremeGold.Url;
        var page = await people.NewPageAsync(DeskWidth, Height, scheme);
        await page.GotoAsync($"{url}/login");
        await AssertCleanAsync(page, "login");

        var desk = await Desk.SignInAsync(page, url, "operator");
        await Expect(desk.State("GOLD")).ToHaveTextAsync("Open");
        await AssertCleanAsync(page, "overview");

        foreach (string explanation in (string[])["system-explanation", "asset-GOLD-explanation"])
        {
            await page.GetByTestId(explanation).GetByRole(AriaRole.Button).ClickAsync();
            await Expect(page.GetByTestId($"{explanation}-round")).ToBeVisibleAsync();
        }

        await AssertCleanAsync(page, "overview with its explanations");

        await desk.Button("SYSTEM", "trip").ClickAsync();
        await Expect(page.GetByTestId("confirm")).ToBeVisibleAsync();
        await AssertCleanAsync(page, "trip dialog");

        await page.GotoAsync($"{url}/rounds/1");
        await Expect(page.GetByTestId("recent-rounds")).ToBeVisibleAsync();
        await AssertCleanAsync(page, "round");

        await page.GotoAsync($"{url}/rounds/1?tab=evidence");
        await page.GetByTestId("round-verify").ClickAsync();
        await Expect(page.GetByTestId("round-verdict")).ToBeVisibleAsync();
        await AssertCleanAsync(page, "round with its evidence");

        await page.GotoAsync($"{url}/audit");
        await Expect(page.GetByTestId("ledger-fingerprint")).ToBeVisibleAsync();
        await AssertCleanAsync(page, "audit");

        await page.GotoAsync($"{url}/breaker");
        await Expect(page.GetByTestId("history-list")).ToBeVisibleAsync();
        await page.GetByTestId("timeline-table-open").ClickAsync();
        await AssertCleanAsync(page, "breakers");

        await page.GotoAsync($"{url}/settings");
        await Expect(page.GetByTestId("rule-set-since")).ToContainTextAsync("1");
        await AssertCleanAsync(page, "settings");
    }

    // One visit for both widths: signing in and opening dialogs is what takes the time.
    private static async Task AssertCleanAsync(IPage page, string where)
    {
        foreach (int width in (int[])[TelephoneWidth, DeskWidth])
        {
            await page.SetViewportSizeAsync(width, Height);
            await Accessibility.AssertCleanAsync(page, $"{where}, {width} wide");
        }
    }
}
