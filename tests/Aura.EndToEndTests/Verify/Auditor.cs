using Microsoft.Playwright;

namespace Aura.EndToEndTests.Verify;

/// <summary>What an auditor does in the verifier, by the stable test ids.</summary>
internal sealed class Auditor(IPage page)
{
    public IPage Page => page;

    public ILocator Start => page.GetByTestId("verify-start");

    public ILocator Cancel => page.GetByTestId("verify-cancel");

    public ILocator Progress => page.GetByTestId("verify-progress");

    public ILocator Result => page.GetByTestId("verify-result");

    public ILocator Verdict => Result.GetByTestId("verify-verdict");

    public ILocator Record => page.GetByTestId("verify-record");

    public ILocator Reason => page.GetByTestId("verify-reason");

    public ILocator Proved => page.GetByTestId("verify-proved").Locator("li");

    public ILocator Note => page.GetByTestId("verify-note");

    public static async Task<Auditor> OpenAsync(IPage page, string url)
    {
        await page.GotoAsync(url);
        var auditor = new Auditor(page);
        await Assertions.Expect(auditor.Start).ToBeDisabledAsync();
        return auditor;
    }

    public Task VerifyAsync(byte[] bundle) => VerifyAsync(bundle, string.Empty);

    public async Task VerifyAsync(byte[] bundle, string expectedKey)
    {
        await page.GetByTestId("bundle-file").SetInputFilesAsync(
            new FilePayload { Name = "bundle.zip", MimeType = "application/zip", Buffer = bundle });
        await page.GetByTestId("expected-key").FillAsync(expectedKey);
        await Start.ClickAsync();
    }
}
