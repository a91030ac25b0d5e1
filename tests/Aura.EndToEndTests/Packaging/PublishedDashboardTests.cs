using System.Net;
using Aura.EndToEndTests.Infrastructure;
using Aura.EndToEndTests.Verify;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Packaging;

public sealed class PublishedDashboardTests(Chromium chromium)
{
    private const string Email = "ada@example.org";
    private const string Given = "First-Login-42";
    private const string Own = "My-own-Word-43";

    // The chart library is a third of it.
    private const long HeaviestPage = 350 * 1024;

    [Fact]
    public async Task The_published_output_runs_alone_from_any_folder_as_any_user()
    {
        await using var dashboard = await PublishedDashboard.PublishAsync();
        var published = dashboard.Files();
        await dashboard.StartAsync(("AURA_ADMIN_EMAIL", Email), ("AURA_ADMIN_PASSWORD", Given));

        using var http = new HttpClient();
        using var ready = await http.GetAsync(new Uri($"{dashboard.Url}/health/ready"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var (code, said) = await dashboard.CheckHealthAsync();
        Assert.True(code == 0 && said.Contains("is live; ready: ", StringComparison.Ordinal), said);
        Assert.Contains("database Healthy", said, StringComparison.Ordinal);

        await using var people = chromium.Invite();
        var page = await people.NewPageAsync();
        await SignInForTheFirstTimeAsync(page, dashboard.Url);
        await AssertLightAsync(page, dashboard.Url);
        await Auditor.OpenAsync(await people.NewPageAsync(), $"{dashboard.Url}/verify");

        Assert.Contains(
            $"Content root path: {dashboard.App}{Path.DirectorySeparatorChar}", dashboard.Output, StringComparison.Ordinal);
        Assert.Equal(published, dashboard.Files());
        Assert.Empty(Directory.EnumerateFileSystemEntries(dashboard.Elsewhere));

        await dashboard.StopAsync();
        (code, said) = await dashboard.CheckHealthAsync();
        Assert.True(code == 1 && said.Contains("does not answer", StringComparison.Ordinal), said);
    }

    private static async Task SignInForTheFirstTimeAsync(IPage page, string url)
    {
        await page.GotoAsync(url);
        await Expect(page.Locator(".aura-login-card")).ToHaveCSSAsync("max-width", "400px");
        await page.GetByTestId("login-email").FillAsync(Email);
        await page.GetByTestId("login-password").FillAsync(Given);
        await page.GetByTestId("login-submit").ClickAsync();

        await Expect(page.GetByTestId("new-password")).ToBeFocusedAsync();
        await AssertAccessibleAsync(page, "new password");
        await page.GetByTestId("new-password").FillAsync("too-short");
        await page.GetByTestId("new-password-again").FillAsync("too-short");
        await page.GetByTestId("new-password-submit").ClickAsync();
        await Expect(page.GetByTestId("new-password-problem")).ToContainTextAsync("at least 10 characters");
        await AssertAccessibleAsync(page, "new password, refused");

        await page.GetByTestId("new-password").FillAsync(Own);
        await page.GetByTestId("new-password-again").FillAsync(Own);
        await page.GetByTestId("new-password-submit").ClickAsync();

        // Scripts and a circuit: without them the page never says so.
        await Expect(page.GetByTestId("live-state")).ToHaveTextAsync("LIVE");
        await Expect(page.GetByTestId("mode-badge")).ToBeVisibleAsync();
    }

    // The overview of somebody whose browser has never been here.
    private static async Task AssertLightAsync(IPage page, string url)
    {
        var wire = await Wire.TapAsync(page);
        await page.GotoAsync(url);
        await Expect(page.GetByTestId("asset-GOLD-chart").Locator("svg path").First).ToBeAttachedAsync();
        await Expect(page.GetByTestId("live-state")).ToHaveTextAsync("LIVE");

        string answers = string.Join('\n', wire.Answers);
        TestContext.Current.TestOutputHelper?.WriteLine($"The first page took {wire.Bytes} bytes:\n{answers}");
        Assert.Contains("apexcharts", answers, StringComparison.Ordinal);
        Assert.True(wire.Bytes <= HeaviestPage, $"The first page took {wire.Bytes} bytes of {HeaviestPage}:\n{answers}");
    }

    private static async Task AssertAccessibleAsync(IPage page, string where)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            foreach (int width in new[] { 390, 1440 })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await page.SetViewportSizeAsync(width, 900);
                await Accessibility.AssertCleanAsync(page, $"{where}, {scheme}, {width}");
            }
    }
}
