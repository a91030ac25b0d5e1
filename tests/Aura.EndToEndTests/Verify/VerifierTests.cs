using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Aura.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Verify;

/// <summary>The verifier in a browser: offered by the host, by a stranger's server, and from a disk without any.</summary>
public sealed partial class VerifierTests(Chromium chromium, CalmDashboard dashboard, RecordedBundles bundles)
    : IClassFixture<RecordedBundles>
{
    private static string Published => Path.Combine(Path.GetDirectoryName(Repository.DashboardAssembly)!, "verify");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_host_offers_it_to_everybody_and_nothing_that_is_dropped_leaves_the_page()
    {
        await using var people = chromium.Invite();
        var page = await people.NewPageAsync();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(request.Url);
        var auditor = await Auditor.OpenAsync(page, $"{dashboard.Url}/verify");

        await Expect(page).ToHaveURLAsync($"{dashboard.Url}/verify/");
        Assert.NotEmpty(asked);
        Assert.All(asked, url => Assert.Matches(OwnFile(), url));
        asked.Clear();
        await AssertVerdictsAsync(auditor);

        Assert.DoesNotContain(asked, url => !url.StartsWith("blob:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_file_on_a_disk_verifies_without_any_server()
    {
        string folder = Directory.CreateTempSubdirectory("aura-verify-").FullName;
        try
        {
            string copy = Path.Combine(folder, "kept since 2026.html");
            File.Copy(Path.Combine(Published, "verify.html"), copy);
            await using var people = chromium.Invite();
            var page = await people.NewPageAsync();
            var asked = new ConcurrentQueue<string>();
            page.Request += (_, request) => asked.Enqueue(request.Url);

            await AssertVerdictsAsync(await Auditor.OpenAsync(page, new Uri(copy).AbsoluteUri));

            Assert.DoesNotContain(asked, url => url.StartsWith("http", StringComparison.Ordinal));
            await Expect(page.GetByRole(AriaRole.Link)).ToHaveCountAsync(0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_copy_of_the_folder_verifies_on_any_server_of_files()
    {
        await using var server = await StaticFolder.ServeAsync(Published);
        await using var people = chromium.Invite();

        await AssertVerdictsAsync(await Auditor.OpenAsync(await people.NewPageAsync(), server.Url));
    }

    [Fact]
    public async Task Cancelling_stops_between_two_records_and_concludes_nothing()
    {
        await using var people = chromium.Invite();
        var auditor = await Auditor.OpenAsync(await people.NewPageAsync(), $"{dashboard.Url}/verify/");

        await auditor.VerifyAsync(bundles.Good);
        await auditor.Cancel.ClickAsync();

        await Expect(auditor.Note).ToContainTextAsync("Nothing was concluded");
        await Expect(auditor.Result).ToHaveCountAsync(0);
        await Expect(auditor.Start).ToBeEnabledAsync();
    }

    [Fact]
    public async Task It_is_accessible_in_both_schemes_and_fits_a_telephone()
    {
        await using var people = chromium.Invite();
        var page = await people.NewPageAsync();
        var auditor = await Auditor.OpenAsync(page, $"{dashboard.Url}/verify/");
        await AssertReadableAsync(page, "empty");
        foreach (byte[] bundle in new[] { bundles.Good, bundles.Altered })
        {
            await auditor.VerifyAsync(bundle);
            await Expect(auditor.Verdict).ToBeVisibleAsync();
            await AssertReadableAsync(page, await auditor.Verdict.TextContentAsync() ?? string.Empty);
        }
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("verify.css", "text/css")]
    [InlineData("verify.js", "text/javascript")]
    [InlineData("_framework/dotnet.native.wasm", "application/wasm")]
    [InlineData("_framework/Aura.Engine.wasm", "application/wasm")]
    public async Task Every_file_says_what_it_is_and_lets_the_page_connect_to_nothing_else(string file, string type)
    {
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All };
        using var http = new HttpClient(handler);

        using var response = await http.GetAsync(new Uri($"{dashboard.Url}/verify/{file}"), Cancelled);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        string policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task The_single_file_is_a_download_and_what_is_not_there_is_not_found()
    {
        using var http = new HttpClient();

        using var single = await http.GetAsync(new Uri($"{dashboard.Url}/verify/verify.html"), Cancelled);
        using var nothing = await http.GetAsync(new Uri($"{dashboard.Url}/verify/appsettings.json"), Cancelled);

        Assert.Equal("attachment; filename=verify.html", single.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(Published, "verify.html"), Cancelled),
            await single.Content.ReadAsByteArrayAsync(Cancelled));
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    private async Task AssertVerdictsAsync(Auditor auditor)
    {
        await auditor.VerifyAsync(bundles.Good, RecordedBundles.Fingerprint);
        await Expect(auditor.Verdict).ToHaveTextAsync("VERIFIED");
        await Expect(auditor.Proved).ToHaveCountAsync(5);
        await Expect(auditor.Proved.Nth(1)).ToContainTextAsync("30 rounds, 10 commands");

        await auditor.VerifyAsync(bundles.Good);
        await Expect(auditor.Verdict).ToHaveTextAsync("SELF-CONSISTENT, SIGNER NOT CONFIRMED");

        await auditor.VerifyAsync(bundles.Altered, RecordedBundles.Fingerprint);
        await Expect(auditor.Verdict).ToHaveTextAsync("FAILED");
        await Expect(auditor.Record).ToHaveTextAsync("round 17 (entry 23)");
        await Expect(auditor.Reason).ToContainTextAsync("altered");

        await auditor.VerifyAsync(RecordedBundles.NoBundle);
        await Expect(auditor.Verdict).ToHaveTextAsync("FAILED");
        await Expect(auditor.Record).ToHaveTextAsync("the archive");
        await Expect(auditor.Reason).ToContainTextAsync("not a zip archive: End of Central Directory record could not be found");
    }

    private static async Task AssertReadableAsync(IPage page, string where)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            foreach (int width in new[] { 390, 1440 })
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await page.SetViewportSizeAsync(width, 900);
                await Accessibility.AssertCleanAsync(page, $"{where}, {scheme}, {width}");
                Assert.True(
                    await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"),
                    $"{where}, {scheme}, {width}: the page is wider than the window.");
            }
    }

    [GeneratedRegex("^http://[^/]+/verify(/[^/]*|/_framework/[^/]+)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnFile();
}
