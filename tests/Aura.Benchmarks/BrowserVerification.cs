using Microsoft.Playwright;

namespace Aura.Benchmarks;

/// <summary>The published verifier, opened from the disk in Debian's Chromium as an auditor opens it.</summary>
internal sealed class BrowserVerification(TimeProvider time)
{
    private const string Chromium = "/usr/bin/chromium";
    private const float PatienceMilliseconds = 600_000;

    private static string Page => Path.Combine(AppContext.BaseDirectory, "verify", "verify.html");

    /// <summary>What is missing, or null.</summary>
    public static string? FindObstacle() =>
        !File.Exists(Chromium) ? "Debian's package chromium is not installed."
        : !File.Exists(Page) ? "The verifier was left out of this build."
        : null;

    /// <summary>The time from the click to the verdict.</summary>
    public async Task<TimeSpan> RunAsync(byte[] bundle, string fingerprint)
    {
        string folder = Directory.CreateTempSubdirectory("aura-bench-").FullName;
        try
        {
            string file = Path.Combine(folder, "bundle.zip");
            await File.WriteAllBytesAsync(file, bundle);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-dev-shm-usage"],
            });
            return await VerifyAsync(await browser.NewPageAsync(), file, fingerprint);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<TimeSpan> VerifyAsync(IPage page, string file, string fingerprint)
    {
        page.SetDefaultTimeout(PatienceMilliseconds);
        await page.GotoAsync(new Uri(Page).AbsoluteUri);
        await page.GetByTestId("bundle-file").SetInputFilesAsync(file);
        await page.GetByTestId("expected-key").FillAsync(fingerprint);
        var start = page.GetByTestId("verify-start");
        await Assertions.Expect(start).ToBeEnabledAsync(new() { Timeout = PatienceMilliseconds });

        long before = time.GetTimestamp();
        await start.ClickAsync();
        await page.GetByTestId("verify-result").WaitForAsync();
        var taken = time.GetElapsedTime(before);
        await Assertions.Expect(page.GetByTestId("verify-proved").Locator("li")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByTestId("verify-record")).ToHaveCountAsync(0);
        return taken;
    }
}
