using Aura.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Screenshots;

/// <summary>
/// Pictures of every page in both colours, wide and narrow, of a market in which gold is halted: <c>make screenshots</c>.
/// They prove nothing that another test does not, so they are taken only when somebody asks.
/// </summary>
public sealed class ScreenshotTests(Chromium chromium, ExtremeGoldDashboard dashboard)
{
    private const string Asked = "AURA_SCREENSHOTS";

    // Charts of a minute of rounds look like charts.
    private const int Rounds = 60;
    private const float PatienceMilliseconds = 2 * Rounds * 1000;

    // What a page about a program may weigh.
    private const int LargestPicture = 256 * 1024;

    private static readonly (string Place, ColorScheme Scheme, int Width, int Height)[] Chosen =
    [
        ("overview", ColorScheme.Light, Tour.DeskWidth, 1300),
        ("asset", ColorScheme.Dark, Tour.DeskWidth, 1500),
        ("overview", ColorScheme.Dark, Tour.TelephoneWidth, 900),
    ];

    private static readonly string Pictures = Path.Combine(Repository.Root, "artifacts", "screenshots");
    private static readonly string Images = Path.Combine(Repository.Root, "docs", "images");

    [Fact]
    public async Task Every_page_has_its_pictures_taken()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable(Asked) is "1", $"Pictures are taken only where {Asked}=1: make screenshots.");
        if (Directory.Exists(Pictures))
            Directory.Delete(Pictures, recursive: true);
        Directory.CreateDirectory(Images);
        await using var people = chromium.Invite();
        var page = await people.NewPageAsync(Tour.DeskWidth, Tour.Height);
        await PhotographSignInAsync(page);

        var desk = await Desk.SignInAsync(page, dashboard.Url, "operator");
        var tour = await Tour.StartAsync(desk);
        await desk.Page.WaitForFunctionAsync(
            "rounds => Number(document.documentElement.dataset.round) >= rounds", Rounds, new() { Timeout = PatienceMilliseconds });
        foreach (var scheme in Tour.Schemes)
        {
            await tour.GoAsync(Tour.Overview);
            await tour.ColourAsync(scheme);
            foreach (var place in Tour.Places)
            {
                await tour.GoAsync(place);
                foreach (int width in Tour.Widths)
                {
                    await tour.WidenAsync(place, width);
                    await PhotographAsync(page, place.Name, scheme, width, () => tour.SettleAsync(place));
                }
            }
        }

        Assert.All(Directory.EnumerateFiles(Images), file => Assert.InRange(new FileInfo(file).Length, 1, LargestPicture));
    }

    private async Task PhotographSignInAsync(IPage page)
    {
        foreach (var scheme in Tour.Schemes)
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await page.GotoAsync($"{dashboard.Url}/login");
            await Expect(page.GetByTestId("login-submit")).ToBeVisibleAsync();
            foreach (int width in Tour.Widths)
            {
                await page.SetViewportSizeAsync(width, Tour.Height);
                await PhotographAsync(page, "login", scheme, width, () => Task.CompletedTask);
            }
        }

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
    }

    private static async Task PhotographAsync(IPage page, string place, ColorScheme scheme, int width, Func<Task> settle)
    {
        // A ring around what was pressed last says nothing in a picture.
        await page.EvaluateAsync("document.activeElement.blur()");
        string name = $"{place}-{scheme}-{width}.png".ToLowerInvariant();
        int height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        // A window as tall as the page: the menu reaches to its foot.
        await page.SetViewportSizeAsync(width, height);
        await settle();
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name) });
        if (Chosen.FirstOrDefault(chosen => (chosen.Place, chosen.Scheme, chosen.Width) == (place, scheme, width)) is { Height: > 0 } readme)
        {
            await page.SetViewportSizeAsync(width, Math.Min(height, readme.Height));
            await settle();
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Images, name) });
        }
    }
}
