using System.Runtime.Versioning;
using System.Security.Cryptography;
using Aura.Engine.Canon;
using Aura.Engine.Rounds;

namespace Aura.Benchmarks;

/// <summary>A whole round of 31 nodes: every body is hashed, then the round is decided.</summary>
[SupportedOSPlatform("linux")]
internal static class RoundDecisionBenchmark
{
    private const int Nodes = 31;
    private const int BodyBytes = 10 * 1024;
    private const int Repeats = 600;
    private const double Goal = 1.3;

    public static IEnumerable<Figure> Run()
    {
        var workload = new Workload(Nodes, BodyBytes);
        var rules = workload.Rules;
        var inputs = workload.Round(1);
        var evidence = inputs.Evidence;
        // Each node receives bytes of its own, so that the processor's caches are not kinder than the network.
        byte[][] received =
            [.. evidence.Observations.SelectMany(signed => signed.Observation.Sources).Select(source => inputs.Bodies[source.BodyHash!.Value].ToArray())];
        var signed = evidence.Observations
            .Select(observation => (
                observation.Signature, Key: rules.Nodes.KeyOf(observation.Observation.Node)!, observation.Observation))
            .ToList();
        CheckThatItDecides(rules, inputs);

        byte[] digest = new byte[SHA256.HashSizeInBytes];
        bool isGood = true;
        var least = Interleaved.Least(
            Repeats,
            () =>
            {
                foreach (byte[] body in received)
                    SHA256.HashData(body, digest);
            },
            () =>
            {
                foreach (byte[] body in received)
                    Digest.Of(body);
                RoundDecision.Decide(EngineState.Initial, rules, inputs);
            },
            () =>
            {
                foreach (var (signature, key, observation) in signed)
                    isGood &= signature.IsBy(key, observation.ToBytes());
            });
        if (!isGood)
            throw new InvalidOperationException("A signature of the workload is not good.");

        yield return Figure.OfRatio(
            $"decide a round, {Nodes} nodes x 2 assets x 4 sources, 10 KB", least[1] - least[2], least[0], Goal,
            "Thread CPU time, least of the repeats: hash, parse, tally and decide, less the signatures below, against SHA-256.");
        yield return Figure.Beside(
            $"  its {Nodes} node signatures", least[2], "Thread CPU time: canonical bytes and Ed25519 of every observation.");
    }

    private static void CheckThatItDecides(RuleSet rules, RoundInputs inputs)
    {
        var report = RoundDecision.Decide(EngineState.Initial, rules, inputs).Report;
        if (report.Assets.Length != 2 || report.Assets.Any(asset => asset.Price is null))
            throw new InvalidOperationException("The workload does not lead to two prices.");
    }
}
