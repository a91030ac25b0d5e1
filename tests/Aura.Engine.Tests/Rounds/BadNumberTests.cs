using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;
using Aura.Engine.Rounds;
using Aura.Testing;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Rounds;

/// <summary>A bad number can make a result worse, never better; and no number that is accepted overflows anything.</summary>
public sealed class BadNumberTests
{
    // In the place of a price in a vendor's body.
    private static readonly ImmutableArray<string> BadNumbers =
    [
        "NaN", "Infinity", "-Infinity", "1e309", "1E3", "0", "0.0000", "-0", "-3356.73", "1000000000000.01",
        "9999999999999999999999999999", "12345678901234567890123456789", "0.00000000000000000000000000001", "",
    ];

    public static TheoryData<string, string> EverySourceAndBadNumber
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var (source, _) in Standard.Sources)
                foreach (string number in BadNumbers)
                    cases.Add(source.Id.Value, number);
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(EverySourceAndBadNumber))]
    public void A_bad_number_is_refused_before_arithmetic_with_a_reason_and_counts_as_a_source_that_failed(
        string id, string number)
    {
        var source = Standard.Sources.Single(s => s.Rule.Id.Value == id).Rule;
        foreach (var kind in Enum.GetValues<AgreementKind>())
        {
            var rules = A.RuleSet().WithAgreement(kind).Build();
            var bad = Asset(Decide(A.Round().Under(rules).WithBody(source, Body(source, number)), rules), source);
            var failed = Asset(Decide(A.Round().Under(rules).WithFailure(source, RefusalCode.Transport), rules), source);

            var refused = bad.Sources.Single(s => s.Id == source.Id);
            Assert.Equal((SourceVerdict.Refused, null), (refused.Verdict, refused.Price));
            Assert.True(refused.Refusal is RefusalCode.Malformed or RefusalCode.Implausible);
            Assert.EndsWith(".", refused.Reason, StringComparison.Ordinal);
            Assert.Equal(Numbers(failed), Numbers(bad));
        }
    }

    [Fact]
    public void However_many_sources_state_bad_numbers_the_quality_only_falls_and_nothing_becomes_calm() =>
        Gen.Select(Gen.Bool.Array[Standard.Sources.Length], Gen.Int[0, 13].Array[Standard.Sources.Length], Gen.Int[0, 2]).Sample(
            (isBad, which, kind) =>
            {
                var rules = A.RuleSet().WithAgreement((AgreementKind)kind).Build();
                var round = A.Round().Under(rules);
                foreach (var ((source, _), i) in Standard.Sources.Select((source, i) => (source, i)))
                    if (isBad[i])
                        round = round.WithBody(source, Body(source, BadNumbers[which[i]]));
                var state = A.State().WithBreaker(Standard.GoldScope, BreakerState.HalfOpen, 3).Build();

                var outcome = RoundDecision.Decide(state, rules, round.Build());

                foreach (var (good, asset) in Decide(A.Round().Under(rules), rules).Assets.Zip(outcome.Report.Assets))
                {
                    var agreed = asset.Sources.Where(source => source.Verdict is SourceVerdict.Agreed).ToList();
                    Assert.True(asset.Quality >= good.Quality);
                    Assert.True(asset.Score >= good.Score);
                    Assert.Equal(agreed.Count == 0, asset.Price is null);
                    Assert.All(agreed, source => Assert.False(isBad[Standard.Sources.Select(s => s.Rule.Id).ToList().IndexOf(source.Id)]));
                    if (agreed.Count < 2)
                        Assert.True(asset is { Tier: >= Tier.Elevated, TierStale: true });
                }

                var gold = outcome.Report.Assets[0];
                Assert.Equal(
                    gold.Quality <= Quality.Degraded ? 1 : 0, outcome.Next.BreakerOf(Standard.GoldScope).CleanRounds);
                Assert.Equal(gold.Price is null ? 1 : 0, outcome.Next.MemoryOf(Standard.Gold).RoundsWithoutDecision);
            },
            iter: 60);

    [Fact]
    public void A_bad_number_in_one_vote_never_wins_and_never_adds_a_vote() =>
        Gen.Select(Gen.Int[4, 10], Gen.Int[1, 3].Array[10], Gen.Int[0, 9], Gen.Bool).Sample((nodes, says, which, isBody) =>
        {
            var quorum = new Quorum(nodes, 67);
            int bad = which % nodes;
            var good = Tally(null);
            var worse = Tally(bad);

            Assert.True(worse.Votes <= good.Votes);
            Assert.True(worse.Values < good.Values || isBody);
            if (worse.Winner is { } winner)
                Assert.Equal(winner.Value, good.Winner?.Value);

            SourceTally Tally(int? broken)
            {
                var votes = Enumerable.Range(0, nodes).Select(Vote (i) => broken == i
                    ? new Vote.Failed(new NodeId(i + 1), null, RefusalCode.Implausible)
                    : isBody
                        ? new Vote.Received(new NodeId(i + 1), Digest.Of([(byte)says[i]]))
                        : new Vote.Stated(
                            new NodeId(i + 1), Digest.Of([(byte)i]),
                            new Quote("XAU", says[i], "USD", PriceUnit.TroyOunce, Standard.Start))).ToImmutableArray();
                return isBody
                    ? SourceTally.OnBodies(Standard.GoldSpot.Id, votes, quorum)
                    : SourceTally.OnQuotes(Standard.GoldSpot.Id, votes, quorum);
            }
        });

    [Fact]
    public void A_node_that_states_a_bad_number_for_a_median_counts_as_one_that_is_silent() =>
        Gen.Select(Gen.Int[33_400, 33_600].Array[7], Gen.Int[0, 13], Gen.Int[1, 7]).Sample(
            (prices, bad, node) =>
            {
                var rules = A.RuleSet().WithNodes(7).WithAgreement(AgreementKind.Median).Build();
                var round = prices.Index().Aggregate(
                    A.Round().Under(rules), (r, p) => r.WithLiar(p.Index + 1, Standard.GoldSpot, p.Item / 10m));

                var silent = Spot(round.WithSilent(node));
                var broken = Spot(round.WithBody(node, Standard.GoldSpot, Body(Standard.GoldSpot, BadNumbers[bad])));

                Assert.Equal(silent with { Bodies = [] }, broken with { Bodies = [] });

                SourceReport Spot(RoundBuilder built) =>
                    Asset(Decide(built, rules), Standard.GoldSpot).Sources.Single(source => source.Id == Standard.GoldSpot.Id);
            },
            iter: 40);

    [Fact]
    public void No_accepted_input_however_extreme_overflows_a_decimal()
    {
        string[] amounts =
        [
            "1000000000000", "999999999999.999999999999999", "0.000000000000000000000000001", "0.00000001", "0.000000005",
            "0.000000015", "3356.730000000000000000000001", "1",
        ];
        decimal[] weights = [0.000001m, 1m, 100m];
        decimal[] ounces = [0.0000000000000000000000000001m, 0.0000000001m, 0.0921553m, 1m, 290m, decimal.MaxValue];
        Gen.Select(
            Gen.Int[0, amounts.Length - 1].Array[7], Gen.Int[0, weights.Length - 1].Array[7],
            Gen.Int[0, ounces.Length - 1], Gen.Int[0, 2]).Sample(
            (amount, weight, ounce, kind) =>
            {
                var rules = A.RuleSet().WithAgreement((AgreementKind)kind).WithMedianTolerance(5m)
                    .WithSources([.. Standard.Sources.Select((source, i) => (source.Rule, weights[weight[i]]))])
                    .WithOunces(new OuncesOnDate("2025-06-05", ounces[ounce]))
                    .WithBounds(0.000001m, decimal.MaxValue).Build();
                var round = Standard.Sources.Index().Aggregate(
                    A.Round().Under(rules),
                    (r, source) => r.WithBody(source.Item.Rule, Body(source.Item.Rule, amounts[amount[source.Index]])));

                var report = Decide(round, rules);

                Assert.Equal(report.ToBytes(), RoundReport.Parse(report.ToBytes()).ToBytes());
                Assert.NotNull(RoundExplanation.Of(report, rules.Consensus, rules.Risk, rules.Breaker));
                Assert.All(report.Assets.SelectMany(asset => asset.Sources), source =>
                    Assert.InRange(source.Price ?? 1m, 0.000001m, 1_000_000_000_000m));
                Assert.All(report.Assets.Where(asset => asset.Price is not null), asset =>
                    Assert.True(asset.WeightedMean > 0m && asset.Price > 0m));
            },
            iter: 150);
    }

    private static byte[] Body(SourceRule source, string number) => Encoding.UTF8.GetBytes(
        Encoding.UTF8.GetString(VendorBody.Of(source, 4242.4242m, Standard.Start))
            .Replace("4242.4242", number, StringComparison.Ordinal));

    private static RoundReport Decide(RoundBuilder round, RuleSet rules) =>
        RoundDecision.Decide(EngineState.Initial, rules, round.Build()).Report;

    private static AssetReport Asset(RoundReport report, SourceRule source) =>
        report.Assets.Single(asset => asset.Asset == source.Asset);

    private static string Numbers(AssetReport asset) => string.Create(
        CultureInfo.InvariantCulture,
        $"{asset.Price} {asset.WeightedMean} {asset.StandardDeviation} {asset.DispersionPercent} {asset.Tier} {asset.Score} {asset.Quality} {asset.QualityReason}");
}
