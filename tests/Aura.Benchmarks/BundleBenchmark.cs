using System.Runtime.Versioning;
using Aura.Engine.Rounds;
using Aura.Engine.Rounds.Verification;
using Aura.Testing;

namespace Aura.Benchmarks;

/// <summary>A bundle of 1,000 rounds, verified by the engine here and by the engine in a browser.</summary>
[SupportedOSPlatform("linux")]
internal sealed class BundleBenchmark(TimeProvider time)
{
    private const int Nodes = 4;
    private const int BodyBytes = 2 * 1024;
    private const int Rounds = 1_000;
    private const int Repeats = 2;
    private const string What = "verify a bundle of 1,000 rounds";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var key = new LedgerKey(1);
        string fingerprint = key.Public.Fingerprint.Hex;
        var ledger = await new Workload(Nodes, BodyBytes).RecordAsync(Rounds);
        byte[] bundle = await new TestBundle(ledger, key).WriteAsync(1, ledger.Count, CancellationToken.None);

        var signed = ledger.OfType<Commit.OfRound>()
            .SelectMany(round => RoundEvidence.Parse(round.Evidence.Span).Observations
                .Select(observation => (observation, Key: round.Rules.Nodes.KeyOf(observation.Observation.Node)!)))
            .ToList();
        bool isGood = true;
        var least = Interleaved.Least(
            Repeats,
            () => Verify(bundle, fingerprint),
            () =>
            {
                foreach (var (observation, key) in signed)
                    isGood &= observation.Signature.IsBy(key, observation.Observation.ToBytes());
            });
        if (!isGood)
            throw new InvalidOperationException("A signature of the workload is not good.");

        return
        [
            Figure.Beside(
                $"{What}, natively", least[0], $"Thread CPU time: {Nodes} nodes, 8 sources, 2 KB bodies, {bundle.Length / 1024} KB zip."),
            Figure.Beside(
                $"  its {signed.Count} node signatures", least[1],
                "Thread CPU time: the part of the line above that no other way of deciding would save."),
            await BrowseAsync(bundle, fingerprint),
        ];
    }

    private static void Verify(byte[] bundle, string fingerprint)
    {
        using var zip = new MemoryStream(bundle, writable: false);
        if (BundleVerification.Run(zip, fingerprint).Last()
            is not VerificationStep.Finished { Result.Verdict: VerificationVerdict.Verified })
            throw new InvalidOperationException("The workload's bundle was not verified.");
    }

    private async Task<Figure> BrowseAsync(byte[] bundle, string fingerprint)
    {
        const string what = $"{What}, in Chromium";
        if (BrowserVerification.FindObstacle() is { } obstacle)
            return Figure.Missing(what, $"< {Figure.Seconds(Limit)}", "not measured", obstacle);

        var taken = await new BrowserVerification(time).RunAsync(bundle, fingerprint);
        return Figure.OfTime(
            what, taken, Limit, "Wall clock, once, from the click to the verdict: other work on this machine counts.");
    }
}
