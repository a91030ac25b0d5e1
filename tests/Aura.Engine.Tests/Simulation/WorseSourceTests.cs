using System.Globalization;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Simulation;

/// <summary>
/// No source that gets worse makes anything better. Quality holds in every round; tier and breaker hold while the prices
/// are calm. They cannot hold beyond: dispersion is a property of the prices that are there, and an outlier that falls
/// silent takes its dispersion with it, as the last test shows and decision 30 explains.
/// </summary>
public sealed class WorseSourceTests(ITestOutputHelper output)
{
    /// <summary>Set to a number of rounds for each kind; the deep run asks for many.</summary>
    private const string CountVariable = "AURA_WORSE_ROUNDS";

    private const string SeedVariable = "AURA_SIMULATION_SEED";
    private const int UsualRounds = 20;

    private static readonly BreakerState[] FromLenientToStrict =
        [BreakerState.Closed, BreakerState.HalfOpen, BreakerState.Open, BreakerState.Isolated];

    private static readonly (string Name, Func<RoundBuilder, SourceRule, RoundBuilder> Change)[] Worse =
    [
        ("an error", (round, source) => Each(round, (r, node) => r.WithFailure(node, source, RefusalCode.Timeout))),
        ("an empty body", (round, source) => Each(round, (r, node) => r.WithBody(node, source, "{}"u8.ToArray()))),
        ("older by a month", (round, source) => Dated(round, source, Standard.Start.AddDays(-30))),
        ("ahead of the market", (round, source) => Dated(round, source, Standard.Start.AddDays(3))),
        ("zero", (round, source) => Each(round, (r, node) => r.WithLiar(node, source, 0m))),
        ("one vote fewer", (round, source) => round.WithFailure(4, source, RefusalCode.Transport)),
        ("two votes fewer", (round, source) => round.WithFailure(3, source, RefusalCode.Transport)
            .WithFailure(4, source, RefusalCode.Oversize)),
        ("two lies", (round, source) => round.WithLiar(3, source, 1m).WithLiar(4, source, 2m)),
    ];

    [Theory]
    [InlineData(AgreementKind.Body)]
    [InlineData(AgreementKind.Quote)]
    public void A_source_that_gets_worse_improves_nothing(AgreementKind kind)
    {
        var rules = A.RuleSet().WithAgreement(kind).WithUnits().Build();
        int rounds = int.TryParse(Environment.GetEnvironmentVariable(CountVariable), CultureInfo.InvariantCulture, out int asked)
            ? asked : UsualRounds;
        long seed = long.TryParse(Environment.GetEnvironmentVariable(SeedVariable), CultureInfo.InvariantCulture, out long given)
            ? given : 7;
        var simulated = new RandomRounds(seed, rules);
        var state = EngineState.Initial;
        int compared = 0;
        int worsened = 0;
        for (long round = 1; round <= rounds; round++)
        {
            var builder = simulated.At(round);
            var before = state;
            var usual = RoundDecision.Decide(before, rules, builder.Build());
            foreach (var source in rules.Market.Sources.Where(source => Takes(usual.Report, source)))
                foreach (var (name, change) in Worse)
                {
                    var worse = RoundDecision.Decide(before, rules, change(builder, source).Build());
                    string where = $"Seed {seed}, round {round}: {source.Id} with {name}";
                    IsNoBetter(usual, worse, source, where);
                    compared++;
                    worsened += Takes(worse.Report, source) ? 0 : 1;
                }

            state = usual.Next;
            if (simulated.CommandAfter(round, state) is { } command)
                state = CommandDecision.Decide(state, rules, command, Standard.SlotOf(new RoundNumber(round)).Instant).Next;
        }

        output.WriteLine($"Seed {seed}, {rounds} rounds on {kind}: {compared} comparisons, {worsened} of a source that fell out.");
        Assert.True(worsened > compared / 2);
    }

    // Why the property of tier and breaker ends where prices are not calm: the formula of dispersion itself.
    [Fact]
    public void An_outlier_that_falls_silent_takes_its_dispersion_with_it()
    {
        var rules = A.RuleSet().WithUnits().Build();
        var round = A.Round().Under(rules).WithPrice(Standard.MsftQuote, 600m);

        var loud = RoundDecision.Decide(EngineState.Initial, rules, round.Build()).Report;
        var silent = RoundDecision.Decide(
            EngineState.Initial, rules, round.WithFailure(Standard.MsftQuote, RefusalCode.Timeout).Build()).Report;

        Assert.Equal((Tier.Extreme, Quality.Good), (Msft(loud).Tier, Msft(loud).Quality));
        Assert.Equal((Tier.Normal, Quality.Degraded), (Msft(silent).Tier, Msft(silent).Quality));
    }

    // Node by node: what one node saw wins over what a source gave to all.
    private static RoundBuilder Each(RoundBuilder round, Func<RoundBuilder, int, RoundBuilder> change) =>
        Enumerable.Range(1, 4).Aggregate(round, change);

    private static RoundBuilder Dated(RoundBuilder round, SourceRule source, DateTimeOffset at) =>
        Each(round, (r, node) => r.WithBody(node, source, VendorBody.Of(source, Standard.Prices[source.Id], at)));

    private static void IsNoBetter(RoundOutcome usual, RoundOutcome worse, SourceRule source, string where)
    {
        foreach (var (asset, other) in usual.Report.Assets.Zip(worse.Report.Assets))
        {
            Assert.True(other.Quality >= asset.Quality, $"{where}: {asset.Asset} was {asset.Quality} and is {other.Quality}.");
            if (asset.Asset == source.Asset && asset.Tier is Tier.Normal)
                Assert.True(other.Tier >= asset.Tier, $"{where}: {asset.Asset} was {asset.Tier} and is {other.Tier}.");
        }

        // A gap between the assets is a matter of both: compared while both are calm.
        if (usual.Report.Assets.Any(asset => asset.Tier is not Tier.Normal))
            return;
        foreach (var (breaker, other) in usual.Next.Breakers.Zip(worse.Next.Breakers))
            Assert.True(
                Array.IndexOf(FromLenientToStrict, other.State) >= Array.IndexOf(FromLenientToStrict, breaker.State)
                && (other.State != breaker.State || other.CleanRounds <= breaker.CleanRounds),
                $"{where}: {breaker.Scope} was {breaker.State} and is {other.State}.");
    }

    private static bool Takes(RoundReport report, SourceRule source) =>
        report.Assets.SelectMany(asset => asset.Sources).Single(s => s.Id == source.Id).Verdict is SourceVerdict.Agreed;

    private static AssetReport Msft(RoundReport report) => report.Assets.Single(asset => asset.Asset == Standard.Msft);
}
