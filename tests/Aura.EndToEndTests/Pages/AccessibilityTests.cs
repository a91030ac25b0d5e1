using Aura.EndToEndTests.Infrastructure;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Pages;

public sealed class AccessibilityTests(Chromium chromium, ExtremeGoldDashboard extremeGold)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

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
    }

    private static async Task AssertCleanAsync(IPage page, string where)
    {
        var result = await page.RunAxe(Rules);
        Assert.True(
            result.Violations.Length == 0,
            $"{where}: " + string.Join("; ", result.Violations.Select(violation =>
                $"{violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html).Take(3))}")));
    }
}
