using System.Globalization;
using Aura.Engine.Rounds.Verification;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Rounds.Verification;

/// <summary>
/// A hundred altered bundles, all refused by a named record, and a hundred good ones, none refused; a thousand of each
/// when AURA_BUNDLES says so. A failing run prints the seed and the number of its case.
/// </summary>
public sealed class BundleMutationTests(ITestOutputHelper output)
{
    private static readonly LedgerKey Key = new(1);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static int Cases => int.TryParse(
        Environment.GetEnvironmentVariable("AURA_BUNDLES"), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        ? count
        : 100;

    [Fact]
    public async Task Every_altered_bundle_is_refused_and_names_the_record()
    {
        byte[] good = await new TestBundle(await RecordedLedger.RecordAsync(12, Cancelled), Key).WriteAsync(2, 14, Cancelled);
        output.WriteLine($"seed {AlteredBundle.Seed}, {Cases} cases of {good.Length} bytes");
        var reasons = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < Cases; i++)
        {
            var result = Verify(AlteredBundle.Of(good, i, out string how));

            Assert.True(
                result is { Verdict: VerificationVerdict.Failed, Failure: { Record.Length: > 0, Reason.Length: > 0 } },
                $"seed {AlteredBundle.Seed}, case {i}: {how} was not noticed");
            reasons.Add(result.Failure!.Record);
        }

        Assert.True(reasons.Count > 10, string.Join(", ", reasons));
    }

    [Fact]
    public async Task No_good_bundle_is_refused()
    {
        var ledger = await RecordedLedger.RecordAsync(40, Cancelled);
        var bundles = new TestBundle(ledger, Key);
        output.WriteLine($"seed {AlteredBundle.Seed}, {Cases} cases");
        for (int i = 0; i < Cases; i++)
        {
            int first = 1 + AlteredBundle.Draw(i, 0, ledger.Count);
            int last = Math.Min(ledger.Count, first + AlteredBundle.Draw(i, 1, 12));

            var result = Verify(await bundles.WriteAsync(first, last, Cancelled), Key.Public.Fingerprint.Hex);

            Assert.True(
                result.Verdict is VerificationVerdict.Verified,
                $"seed {AlteredBundle.Seed}, case {i}: entries {first} to {last} were refused: {result.Failure}");
        }
    }

    private static VerificationResult Verify(byte[] zip, string? key = null) =>
        Assert.IsType<VerificationStep.Finished>(BundleVerification.Run(new MemoryStream(zip), key).Last()).Result;
}
