using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Aura.EndToEndTests.Infrastructure;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Verify;

/// <summary>
/// A trip and a reset, a bundle in the hands of a compliance officer, and an auditor's browser that trusts neither: green
/// with its counts, and red by the name of the round after one digit of one price was changed.
/// </summary>
public sealed partial class AuditJourneyTests(Chromium chromium)
{
    // WebAssembly interprets: the first start of the verifier and a few dozen rounds take seconds.
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 120_000 };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bundle_with_a_trip_and_a_reset_is_green_in_the_auditors_browser_and_red_after_one_changed_digit()
    {
        await using var dashboard = await DashboardProcess.StartAsync();
        await using var people = chromium.Invite();
        await HaltAndResumeAsync(people, dashboard.Url);
        var officer = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "compliance");
        await officer.Page.GotoAsync($"{dashboard.Url}/audit");
        string fingerprint = await officer.Page.GetByTestId("ledger-fingerprint").InnerTextAsync();
        byte[] bundle = await DownloadAsync(officer.Page, "bundle-export");

        var auditor = await people.NewPageAsync();
        await auditor.GotoAsync($"{dashboard.Url}/verify");
        await VerifyAsync(auditor, bundle, fingerprint);
        await Expect(auditor.GetByTestId("verify-verdict")).ToHaveTextAsync("VERIFIED", Patient);
        await Expect(auditor.GetByTestId("verify-proved")).ToContainTextAsync(" rounds, 2 commands");

        await VerifyAsync(auditor, WithAnotherDigit(bundle, out string round), fingerprint);
        await Expect(auditor.GetByTestId("verify-verdict")).ToHaveTextAsync("FAILED", Patient);
        await Expect(auditor.GetByTestId("verify-record")).ToContainTextAsync($"round {round} ");

        string file = await KeepVerifierAsync(officer.Page);
        await dashboard.KillAsync();
        var offline = await people.NewPageAsync();
        await offline.GotoAsync(new Uri(file).AbsoluteUri);
        await VerifyAsync(offline, bundle, fingerprint);
        await Expect(offline.GetByTestId("verify-verdict")).ToHaveTextAsync("VERIFIED", Patient);
        await VerifyAsync(offline, WithAnotherDigit(bundle, out round), string.Empty);
        await Expect(offline.GetByTestId("verify-verdict")).ToHaveTextAsync("FAILED", Patient);
        await Expect(offline.GetByTestId("verify-record")).ToContainTextAsync($"round {round} ");
        File.Delete(file);
    }

    [Fact]
    public async Task A_round_has_a_page_of_its_own_and_its_evidence_verifies_there()
    {
        await using var dashboard = await DashboardProcess.StartAsync();
        await using var people = chromium.Invite();
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), dashboard.Url, "auditor");
        await desk.Page.GetByTestId("recent-rounds").GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(desk.Page.GetByTestId("round-detail-number")).ToHaveTextAsync(Digits());
        await desk.Page.GetByTestId("round-tab-evidence").ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(EvidenceAddress());

        await desk.Page.GetByTestId("round-verify").ClickAsync();

        await Expect(desk.Page.GetByTestId("round-verdict")).ToHaveTextAsync("Everything holds.");
        await Expect(desk.Page.GetByTestId("round-checks").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(4);
        await Expect(desk.Page.GetByTestId("round-checks")).ToContainTextAsync("Decided again from its evidence to the same");
        string proof = Encoding.UTF8.GetString(await DownloadAsync(desk.Page, "round-proof"));
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nindex ", proof, StringComparison.Ordinal);

        await desk.Page.GetByTestId("round-previous").ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(EvidenceAddress());
        await Expect(desk.Page.GetByTestId("round-verify")).ToBeEnabledAsync();
        await Expect(desk.Page.GetByTestId("round-verdict")).ToHaveCountAsync(0);

        await desk.Page.GotoAsync($"{dashboard.Url}/rounds/999999");
        await Expect(desk.Page.GetByTestId("round-unknown")).ToContainTextAsync("Round 999999 was not decided; there are rounds 1 to ");
    }

    private static async Task HaltAndResumeAsync(People people, string url)
    {
        var desk = await Desk.SignInAsync(await people.NewPageAsync(), url, "operator");
        await desk.CommandAsync("GOLD", "trip", "A drill before the auditor comes.");
        await Expect(desk.State("GOLD")).ToHaveTextAsync("Isolated");
        await Expect(desk.Button("GOLD", "reset")).ToBeEnabledAsync();
        await desk.CommandAsync("GOLD", "reset", "The drill is over.", "Resolved");
        await Expect(desk.State("GOLD")).ToHaveTextAsync("Closed");
        await Expect(desk.Round).ToHaveTextAsync(NineOrMore());
    }

    private static async Task VerifyAsync(IPage page, byte[] bundle, string key)
    {
        // A file chosen anew replaces the result of the one before.
        await page.GetByTestId("bundle-file").SetInputFilesAsync(
            new FilePayload { Name = "bundle.zip", MimeType = "application/zip", Buffer = bundle });
        await page.GetByTestId("expected-key").FillAsync(key);
        await page.GetByTestId("verify-start").ClickAsync();
    }

    private static async Task<byte[]> DownloadAsync(IPage page, string testId)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId(testId).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync(), Cancelled);
    }

    private static async Task<string> KeepVerifierAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("verify-file").ClickAsync());
        string file = Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(await download.PathAsync())}-verify.html");
        await download.SaveAsAsync(file);
        return file;
    }

    // The last price of a report: what somebody with a zip tool and an editor would try.
    private static byte[] WithAnotherDigit(byte[] bundle, out string round)
    {
        using var changed = new MemoryStream();
        changed.Write(bundle);
        using (var archive = new ZipArchive(changed, ZipArchiveMode.Update, leaveOpen: true))
        {
            var file = archive.GetEntry("documents.jsonl")!;
            string text;
            using (var reader = new StreamReader(file.Open()))
                text = reader.ReadToEnd();
            var price = LastPrice().Matches(text)[^1];
            int at = price.Groups["digit"].Index;
            string line = text[(text.LastIndexOf('\n', at) + 1)..text.IndexOf('\n', at)];
            round = RoundOf().Match(line).Groups["round"].Value;
            file.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("documents.jsonl").Open());
            writer.Write(text[..at] + (text[at] == '9' ? '8' : '9') + text[(at + 1)..]);
        }

        return changed.ToArray();
    }

    [GeneratedRegex("^[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Digits();

    [GeneratedRegex("/rounds/[0-9]+[?]tab=evidence$", RegexOptions.None, 1000)]
    private static partial Regex EvidenceAddress();

    [GeneratedRegex("^(?:9|[1-9][0-9]+)$", RegexOptions.None, 1000)]
    private static partial Regex NineOrMore();

    [GeneratedRegex("\"price\":\"(?<digit>[0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastPrice();

    [GeneratedRegex("\"round\":(?<round>[0-9]+),\"scenario\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoundOf();
}
