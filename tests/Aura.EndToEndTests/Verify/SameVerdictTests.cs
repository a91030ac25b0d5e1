using System.Diagnostics;
using System.Globalization;
using Aura.EndToEndTests.Infrastructure;
using Aura.Testing;
using static Microsoft.Playwright.Assertions;

namespace Aura.EndToEndTests.Verify;

/// <summary>
/// The browser and the command line run the same engine on different machines: they must say the same, word for word, and
/// decide rounds to the same bytes. AURA_BUNDLES and AURA_BROWSER_ROUNDS raise the counts.
/// </summary>
public sealed class SameVerdictTests(Chromium chromium, CalmDashboard dashboard)
{
    private const float PatienceMilliseconds = 300_000;

    private static readonly LedgerKey Key = new(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Command_line_and_browser_say_the_same_about_good_and_altered_bundles()
    {
        var ledger = await RecordedLedger.RecordAsync(12, Cancelled);
        byte[] good = await new TestBundle(ledger, Key).WriteAsync(2, 14, Cancelled);
        await using var people = chromium.Invite();
        var auditor = await Auditor.OpenAsync(await people.NewPageAsync(), $"{dashboard.Url}/verify/");
        for (int i = 0; i < Count("AURA_BUNDLES", 6, 50); i++)
        {
            string how = "untouched";
            byte[] bundle = i % 5 == 0 ? good : AlteredBundle.Of(good, i, out how);

            string[] said = await RunAsync(bundle);
            await auditor.VerifyAsync(bundle);

            // The verdict of the bundle before is gone as soon as the next one is verified.
            await Expect(auditor.Verdict).ToHaveTextAsync(said[0], new() { Timeout = PatienceMilliseconds });
            if (said[0] == "FAILED")
                Assert.True(
                    said[1] == $"{await auditor.Record.InnerTextAsync()}: {await auditor.Reason.InnerTextAsync()}",
                    $"case {i}, {how}: the command line says '{said[1]}'");
        }
    }

    [Fact]
    public async Task The_browser_decides_recorded_rounds_to_the_same_bytes_as_the_server()
    {
        int rounds = Count("AURA_BROWSER_ROUNDS", 100, 1_000);
        var ledger = await RecordedLedger.RecordAsync(rounds, Cancelled);
        byte[] bundle = await new TestBundle(ledger, Key).WriteAsync(1, ledger.Count, Cancelled);
        await using var people = chromium.Invite();
        var auditor = await Auditor.OpenAsync(await people.NewPageAsync(), $"{dashboard.Url}/verify/");

        await auditor.VerifyAsync(bundle, Key.Public.Fingerprint.Hex);

        await Expect(auditor.Verdict).ToHaveTextAsync("VERIFIED", new() { Timeout = PatienceMilliseconds });
        await Expect(auditor.Proved.Nth(1)).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{rounds} rounds, "));
        await Expect(auditor.Proved.Nth(1)).ToContainTextAsync("to the same bytes");
    }

    private static int Count(string variable, int usual, int most) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            ? Math.Min(count, most)
            : usual;

    private static async Task<string[]> RunAsync(byte[] bundle)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.zip");
        await File.WriteAllBytesAsync(file, bundle, Cancelled);
        try
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Infrastructure.Repository.DashboardAssembly, "verify", file])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            string said = await process.StandardOutput.ReadToEndAsync(Cancelled);
            await process.WaitForExitAsync(Cancelled);
            Assert.Equal(said.StartsWith("FAILED", StringComparison.Ordinal) ? 1 : 0, process.ExitCode);
            return said.Split(Environment.NewLine);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
