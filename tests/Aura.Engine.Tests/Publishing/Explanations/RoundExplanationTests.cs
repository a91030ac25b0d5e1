using System.Globalization;
using System.Text.RegularExpressions;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Aura.Engine.Publishing.Explanations;
using Aura.Engine.Rounds;
using Aura.Engine.Tests.Simulation;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Publishing.Explanations;

public sealed partial class RoundExplanationTests
{
    private static readonly RuleSet Rules = A.RuleSet().Build();

    [Fact]
    public void Every_number_of_a_calm_asset_is_explained_by_its_inputs()
    {
        var gold = Explain(A.Round()).Assets[0];

        Assert.Equal(
            "The price is the median, the mean of the two middles of 4 agreed sources: (3356.73 + 3356.73) / 2 = 3356.73 USD per "
            + "troy ounce. In order they are 3356.61649411 (gold-av-gld), 3356.73 (gold-av-xau), 3356.73 (gold-ga-xau), 3356.73 (gold-td-xau).",
            gold.Price);
        Assert.Equal(
            "Weights times prices by the sum of the weights: m = (1 × 3356.61649411 + 0.8 × 3356.73 + 0.8 × 3356.73 + 0.8 × 3356.73) / "
            + "(1 + 0.8 + 0.8 + 0.8) = 3356.69661591 USD per troy ounce, rounded to 8 places.",
            gold.WeightedMean);
        Assert.Equal(
            "The root of the mean of the squares around the weighted mean m, each counted once: s = √(((3356.61649411 − m)² + "
            + "(3356.73 − m)² + (3356.73 − m)² + (3356.73 − m)²) / 4) = 0.04940393, rounded to 8 places.",
            gold.StandardDeviation);
        Assert.Equal(
            "100 × s / m = 100 × 0.04940393 / 3356.69661591 = 0.001471802062 %, rounded to 12 places.", gold.Dispersion);
        Assert.Equal("Normal, because the dispersion of 0.001471802062 % is at most 2 %.", gold.Tier);
        Assert.Equal("Normal scores 0 (Normal 0, Elevated 4, High 7, Extreme 10).", gold.Score);
        Assert.Equal("Good: 4 of 4 sources agreed, from 3 vendors.", gold.Quality);
        Assert.Equal(
            "Free to go out as of this round: there is a decision, the market is open, and the breakers of SYSTEM and GOLD are Closed.",
            gold.Publication);
    }

    [Fact]
    public void A_converted_source_shows_the_conversion_as_a_formula_and_another_that_there_is_none()
    {
        var gold = Explain(A.Round().WithLiar(2, Standard.GoldShare, 1m)).Assets[0];

        Assert.Equal(
            "3 of 4 nodes received the same body (3 are needed): 309.33 USD per share, valid at 2025-06-05T19:00:00.000Z. "
            + "One share stands for 0.0921553 troy ounces: 309.33 / 0.0921553 = 3356.61649411 USD per troy ounce. It weighs 1.",
            Sentence(gold, Standard.GoldShare));
        Assert.Equal(
            "4 of 4 nodes received the same body (3 are needed): 3356.73 USD per troy ounce, valid at 2025-06-05T19:00:00.000Z. "
            + "It is in the asset's unit and taken as it is. It weighs 0.8.",
            Sentence(gold, Standard.GoldRate));
    }

    [Fact]
    public void Each_kind_of_agreement_says_what_the_nodes_agreed_on()
    {
        var rules = A.RuleSet().WithAgreement(Standard.GoldRate, AgreementKind.Quote)
            .WithAgreement(Standard.GoldSpot, AgreementKind.Median).Build();

        var gold = Explain(A.Round().WithLiar(4, Standard.GoldSpot, 9_999m), rules).Assets[0];

        Assert.StartsWith(
            "4 of 4 nodes read the same quote from bodies of their own (3 are needed): 3356.73 USD per troy ounce, valid at",
            Sentence(gold, Standard.GoldRate), StringComparison.Ordinal);
        Assert.StartsWith(
            "3 of 4 nodes state a price within 0.5 % of the median of 4 values (3 are needed): 3356.73 USD per troy ounce, valid at",
            Sentence(gold, Standard.GoldSpot), StringComparison.Ordinal);
    }

    [Fact]
    public void An_excluded_source_says_why()
    {
        byte[] old = VendorBody.Of(Standard.GoldSpot, 3356.73m, Standard.Start.AddSeconds(-901));
        var gold = Explain(A.Round()
            .WithFailure(Standard.GoldRate, RefusalCode.Timeout)
            .WithBody(Standard.GoldSpot, old)
            .WithBody(Standard.GoldShare, """{"Note":"Our standard API call frequency is 5 calls per minute."}"""u8.ToArray())
            .WithLiar(1, Standard.GoldSeries, 1m).WithLiar(2, Standard.GoldSeries, 2m)).Assets[0];

        Assert.Equal("Excluded as timeout: 4 of 4 nodes report it; 2 are enough.", Sentence(gold, Standard.GoldRate));
        Assert.Equal(
            "4 of 4 nodes received the same body (3 are needed): 3356.73 USD per troy ounce, valid at 2025-06-05T18:44:59.000Z. "
            + "Excluded as stale: 901 s old; 900 s are allowed.",
            Sentence(gold, Standard.GoldSpot));
        Assert.Equal(
            "4 of 4 nodes received the same body (3 are needed). Excluded as throttled: The vendor asks for slower requests.",
            Sentence(gold, Standard.GoldShare));
        Assert.Equal(
            "Excluded, because the nodes do not agree: The largest group of equal bodies has 2 of 4 nodes; 3 are needed.",
            Sentence(gold, Standard.GoldSeries));
    }

    [Fact]
    public void One_source_is_a_price_without_a_dispersion_and_never_calm()
    {
        var round = A.Round().WithFailure(Standard.MsftDay, RefusalCode.Timeout).WithFailure(Standard.MsftSeries, RefusalCode.Timeout);

        var msft = Explain(round).Assets[1];

        Assert.Equal("The price is that of the only agreed source: 467.68 (msft-fh-quote) is 467.68 USD per share.", msft.Price);
        Assert.Equal("A standard deviation needs two agreed sources, and there is 1.", msft.StandardDeviation);
        Assert.Equal("Undefined, which is never calm: it needs two agreed sources, and there is 1.", msft.Dispersion);
        Assert.Equal(
            "Elevated, kept from the last round with a dispersion and never below Elevated: this round has none.", msft.Tier);
        Assert.Equal("SingleSource: Only msft-fh-quote of 3 sources agreed.", msft.Quality);
    }

    [Fact]
    public void No_source_is_no_price_and_the_last_one_is_named_with_its_round()
    {
        var first = RoundDecision.Decide(EngineState.Initial, Rules, A.Round().Build());
        var silent = A.Round().InRound(2).WithSilent(1).WithSilent(2);

        var gold = Explain(silent, Rules, first.Next).Assets[0];
        var never = Explain(silent, Rules).Assets[0];

        Assert.Equal(
            "No source was agreed, so there is no price. The last one, 3356.73 USD per troy ounce of round 1, is shown with its "
            + "age and never aggregated or published again.",
            gold.Price);
        Assert.Equal("No source was agreed, so there is no price, and there was none before.", never.Price);
        Assert.Equal("Without an agreed source there is no weighted mean.", gold.WeightedMean);
        Assert.Equal("Withheld as of this round: There is no decision.", gold.Publication);
    }

    [Theory]
    [InlineData(300, "Normal, because the dispersion of ", "% is at most 2 %.")]
    [InlineData(322, "Elevated, because the dispersion of ", "% is above 2 and at most 5 %.")]
    [InlineData(355, "High, because the dispersion of ", "% is above 5 and at most 10 %.")]
    [InlineData(450, "Extreme, because the dispersion of ", "% is above 10 %, which opens the breaker of MSFT.")]
    public void A_tier_names_the_thresholds_that_the_dispersion_lies_between(int price, string begin, string end)
    {
        var msft = Explain(A.Round().WithPrice(Standard.MsftDay, 300m).WithPrice(Standard.MsftSeries, 300m)
            .WithPrice(Standard.MsftQuote, price)).Assets[1];

        Assert.StartsWith(begin, msft.Tier, StringComparison.Ordinal);
        Assert.EndsWith(end, msft.Tier, StringComparison.Ordinal);
    }

    [Fact]
    public void The_system_score_names_the_two_dispersions_and_that_it_is_not_monotone()
    {
        var report = Decide(A.Round().WithPrice(Standard.GoldShare, 200m).WithPrice(Standard.GoldRate, 4500m), Rules);
        string sentence = Explain(report, Rules).SystemScore;
        string gold = Text(report.Assets[0].DispersionPercent);
        string msft = Text(report.Assets[1].DispersionPercent);

        Assert.Equal(
            $"The mean of the asset scores is (GOLD 10 + MSFT 0) / 2 = 5. The dispersions of GOLD ({gold} %) and MSFT ({msft} %) "
            + $"lie {Text(report.System.DispersionGap)} percentage points apart, more than 2, which adds 2. Raw score: 5 + 2 = 7, "
            + "shown as 7 of at most 10. SYSTEM opens at a raw score of 9. The score is deliberately the original rule and not "
            + "monotone: dispersions of 10.5 and 8.4 % give 10.5, while 10.5 and 8.6 % give 8.5.",
            sentence);
    }

    [Fact]
    public void A_small_gap_or_a_missing_dispersion_adds_nothing_and_says_so()
    {
        Assert.Contains("apart, not more than 2, which adds nothing. Raw score: 0 + 0 = 0,", Explain(A.Round()).SystemScore, StringComparison.Ordinal);
        Assert.Contains(
            "Fewer than two dispersions are defined, so nothing is added. Raw score: 4 + 0 = 4,",
            Explain(A.Round().WithSilent(1).WithSilent(2)).SystemScore, StringComparison.Ordinal);
    }

    [Fact]
    public void A_raw_score_above_10_is_shown_clamped()
    {
        var round = A.Round().WithPrice(Standard.GoldShare, 200m).WithPrice(Standard.GoldRate, 4500m)
            .WithPrice(Standard.MsftDay, 300m).WithPrice(Standard.MsftQuote, 600m);

        Assert.Contains("Raw score: 10 + 2 = 12, shown as 10 of at most 10.", Explain(round).SystemScore, StringComparison.Ordinal);
    }

    [Fact]
    public void The_quorum_is_explained_with_every_number_of_it() =>
        Assert.Equal(
            "Of N = 4 configured nodes at most f = ⌊(N−1)/3⌋ = 1 may be faulty. A value needs 67 % of N, which is 3 votes: at least "
            + "⌊(N+f)/2⌋+1 = 3, so that two values never both win, and at most N−f = 3, so that faulty nodes cannot stop a round by "
            + "silence. An error of f+1 = 2 nodes fails a source, and a median needs 2f+1 = 3 values.",
            Explain(A.Round()).Quorum);

    [Theory]
    [InlineData(AgreementKind.Body)]
    [InlineData(AgreementKind.Quote)]
    [InlineData(AgreementKind.Median)]
    public void Every_formula_of_simulated_rounds_gives_the_number_that_it_ends_with(AgreementKind kind)
    {
        var rules = A.RuleSet().WithAgreement(kind).Build();
        var simulated = new RandomRounds(4_711, rules);
        var state = EngineState.Initial;
        int formulas = 0;
        for (long round = 1; round <= 120; round++)
        {
            var outcome = RoundDecision.Decide(state, rules, simulated.At(round).Build());
            state = outcome.Next;
            var explanation = Explain(outcome.Report, rules);
            foreach (var (asset, explained) in outcome.Report.Assets.Zip(explanation.Assets))
            {
                Assert.Equal(asset.Sources.Select(source => source.Id), explained.Sources.Select(source => source.Source));
                Assert.All(explained.Sources, source => Assert.EndsWith(".", source.Sentence, StringComparison.Ordinal));
                if (asset.WeightedMean is not { } mean)
                    continue;

                var products = Products().Matches(explained.WeightedMean);
                decimal weights = products.Sum(product => Number(product.Groups["weight"].Value));
                decimal sum = products.Sum(product => Number(product.Groups["weight"].Value) * Number(product.Groups["price"].Value));
                Assert.Equal(mean, decimal.Round(sum / weights, 8, MidpointRounding.ToEven));
                Assert.Contains($"= {Text(mean)} ", explained.WeightedMean, StringComparison.Ordinal);
                Assert.Contains($"{Text(asset.Price)} USD", explained.Price, StringComparison.Ordinal);
                formulas++;
                if (asset is { StandardDeviation: { } deviation, DispersionPercent: { } dispersion })
                {
                    decimal exact = sum / weights;
                    var squares = Squares().Matches(explained.StandardDeviation)
                        .Select(square => Number(square.Groups["price"].Value) - exact).Select(distance => distance * distance).ToList();
                    Assert.Equal(deviation, decimal.Round(SquareRoot.Of(squares.Sum() / squares.Count), 8, MidpointRounding.ToEven));
                    Assert.Contains($" = {Text(deviation)}, ", explained.StandardDeviation, StringComparison.Ordinal);
                    Assert.Contains($" = {Text(dispersion)} %", explained.Dispersion, StringComparison.Ordinal);
                    Assert.Contains($" {Text(dispersion)} %", explained.Tier, StringComparison.Ordinal);
                }
            }
        }

        Assert.True(formulas > 100);
    }

    private static RoundReport Decide(RoundBuilder round, RuleSet rules, EngineState? state = null) =>
        RoundDecision.Decide(state ?? EngineState.Initial, rules, round.Under(rules).Build()).Report;

    private static RoundExplanation Explain(RoundBuilder round, RuleSet? rules = null, EngineState? state = null) =>
        Explain(Decide(round, rules ?? Rules, state), rules ?? Rules);

    private static RoundExplanation Explain(RoundReport report, RuleSet rules) =>
        RoundExplanation.Of(report, rules.Consensus, rules.Risk, rules.Breaker);

    private static string Sentence(AssetExplanation asset, SourceRule source) =>
        asset.Sources.Single(explained => explained.Source == source.Id).Sentence;

    private static string Text(decimal? value) => Aura.Engine.Canon.DecimalText.Of(value ?? 0m);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<weight>[\d.]+) × (?<price>[\d.]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Products();

    [GeneratedRegex(@"\((?<price>[\d.]+) − m\)²", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Squares();
}
