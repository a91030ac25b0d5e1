using Aura.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

/// <summary>Every page and dialog, in both colours, on a desk and on a telephone, in one visit.</summary>
public sealed class AccessibilityTests(Chromium chromium, ExtremeGoldDashboard extremeGold)
{
    [Fact]
    public async Task Axe_finds_nothing_at_the_sign_in()
    {
        await using var people = chromium.Invite();
        foreach (var scheme in Tour.Schemes)
        {
            var page = await people.NewPageAsync(Tour.DeskWidth, Tour.Height, scheme);
            await page.GotoAsync($"{extremeGold.Url}/login");
            await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
            foreach (int width in Tour.Widths)
            {
                await page.SetViewportSizeAsync(width, Tour.Height);
                await Accessibility.AssertCleanAsync(page, $"login, {scheme}, {width} wide");
            }
        }
    }

    [Fact]
    public async Task Axe_finds_nothing_on_any_page_and_dialog()
    {
        await using var people = chromium.Invite();
        var page = await people.NewPageAsync(Tour.DeskWidth, Tour.Height);
        var desk = await Desk.SignInAsync(page, extremeGold.Url, "operator");
        var tour = await Tour.StartAsync(desk);
        foreach (var scheme in Tour.Schemes)
        {
            // The wallboard has no switch: its colours are those that were chosen before.
            await tour.GoAsync(Tour.Overview);
            await tour.ColourAsync(scheme);
            foreach (var place in Tour.Places)
            {
                await tour.GoAsync(place);
                await OpenWhatFoldsAsync(desk, place.Address);
                await tour.AssertCleanAsync(place, $"{place.Name}, {scheme}");
            }

            await tour.GoAsync(Tour.Overview);
            await Expect(desk.State("GOLD")).ToHaveTextAsync("Open");
            await tour.AssertDialogCleanAsync(Tour.Overview, desk.Button("SYSTEM", "trip"), $"trip dialog, {scheme}");
            await tour.AssertDialogCleanAsync(Tour.Overview, page.GetByTestId("shortcuts-open"), $"shortcuts dialog, {scheme}");
        }
    }

    private static async Task OpenWhatFoldsAsync(Desk desk, string address)
    {
        if (address is "/")
            foreach (string explanation in (string[])["system-explanation", "asset-GOLD-explanation"])
            {
                await desk.Page.GetByTestId(explanation).GetByRole(AriaRole.Button).ClickAsync();
                await Expect(desk.Page.GetByTestId($"{explanation}-round")).ToBeVisibleAsync();
            }

        if (address is "/breaker")
        {
            await Expect(desk.Page.GetByTestId("history-list")).ToBeVisibleAsync();
            await desk.Page.GetByTestId("timeline-table-open").ClickAsync();
        }

        if (address.EndsWith("?tab=evidence", StringComparison.Ordinal))
        {
            await desk.Page.GetByTestId("round-verify").ClickAsync();
            await Expect(desk.Page.GetByTestId("round-verdict")).ToBeVisibleAsync();
        }
    }
}
