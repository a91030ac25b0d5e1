using System.Globalization;
using System.Text;
using Aura.Engine.Canon;
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
    private const long Seed = 20_261_123;

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
        var files = BundleEdit.Names(good).ToDictionary(name => name, name => BundleEdit.Read(good, name), StringComparer.Ordinal);
        long all = files.Values.Sum(bytes => (long)bytes.Length);
        output.WriteLine($"seed {Seed}, {Cases} cases, {all} bytes in {files.Count} files");
        var reasons = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < Cases; i++)
        {
            var draw = new Draws(i);
            // Every byte is as likely as any other, and every fourth time every file.
            string name = i % 4 == 3 ? files.Keys.ElementAt(draw.Below(files.Count)) : FileAt(files, draw.Below((int)all));
            byte[] changed = Mutate(files[name], draw, out string how);

            var result = Verify(BundleEdit.Rewrite(good, (file, bytes) => file == name ? changed : bytes));

            Assert.True(
                result is { Verdict: VerificationVerdict.Failed, Failure: { Record.Length: > 0, Reason.Length: > 0 } },
                $"seed {Seed}, case {i}: {name}, {how} was not noticed");
            reasons.Add(result.Failure!.Record);
        }

        Assert.True(reasons.Count > 10, string.Join(", ", reasons));
    }

    [Fact]
    public async Task No_good_bundle_is_refused()
    {
        var ledger = await RecordedLedger.RecordAsync(40, Cancelled);
        var bundles = new TestBundle(ledger, Key);
        output.WriteLine($"seed {Seed}, {Cases} cases");
        for (int i = 0; i < Cases; i++)
        {
            var draw = new Draws(i);
            int first = 1 + draw.Below(ledger.Count);
            int last = Math.Min(ledger.Count, first + draw.Below(12));

            var result = Verify(await bundles.WriteAsync(first, last, Cancelled), Key.Public.Fingerprint.Hex);

            Assert.True(
                result.Verdict is VerificationVerdict.Verified,
                $"seed {Seed}, case {i}: entries {first} to {last} were refused: {result.Failure}");
        }
    }

    private static VerificationResult Verify(byte[] zip, string? key = null) =>
        Assert.IsType<VerificationStep.Finished>(BundleVerification.Run(new MemoryStream(zip), key).Last()).Result;

    private static string FileAt(Dictionary<string, byte[]> files, int offset)
    {
        foreach (var (name, bytes) in files)
        {
            if (offset < bytes.Length)
                return name;
            offset -= bytes.Length;
        }

        throw new ArgumentOutOfRangeException(nameof(offset));
    }

    private static byte[] Mutate(byte[] bytes, Draws draw, out string how)
    {
        int at = draw.Below(bytes.Length);
        int kind = draw.Below(6);
        List<string> lines = [.. Encoding.Latin1.GetString(bytes).Split('\n')];
        how = $"kind {kind} at {at}";
        switch (kind)
        {
            case 0:
                return [.. bytes[..at], .. bytes[(at + 1)..]];
            case 1:
                return [.. bytes[..at], (byte)draw.Below(256), .. bytes[at..]];
            case 2:
                return bytes[..at];
            case 3 when lines.Count > 2:
                int line = draw.Below(lines.Count - 1);
                lines.Insert(line, lines[line]);
                return Encoding.Latin1.GetBytes(string.Join('\n', lines));
            case 4 when lines.Count > 2:
                lines.RemoveAt(draw.Below(lines.Count - 1));
                return Encoding.Latin1.GetBytes(string.Join('\n', lines));
            default:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << draw.Below(8));
                return flipped;
        }
    }

    /// <summary>The draws of one case.</summary>
    private sealed class Draws(int number)
    {
        private int _drawn;

        public int Below(int limit) => (int)(Draw.Fraction(Seed, "bundle", new RoundNumber(number), _drawn++) * limit);
    }
}
