using System.Collections.Immutable;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic.Measures;
using Aura.Engine.Publishing.Explanations;
using Xunit;

namespace Aura.Engine.Tests.Publishing.Explanations;

/// <summary>A price that gains and loses 1 % by turns; its figures were computed once more by a script of a few lines.</summary>
public sealed class RiskMeasureExplanationTests
{
    private static readonly RiskMeasures Short = Measure(100m, null, 101m);
    private static readonly RiskMeasures Long = Measure([.. Enumerable.Range(0, 401).Select(i => (decimal?)(i % 2 == 0 ? 100m : 101m))]);

    [Fact]
    public void Volatility_is_explained_by_its_formula_its_sample_and_its_rules()
    {
        var explained = RiskMeasureExplanation.Of(Long);

        Assert.Equal(
            "√(Σ 0.94ⁱ · rₙ₋ᵢ² / Σ 0.94ⁱ) for i = 0 … n − 1 = 0.994908702 % per return, from n = 400 simple returns of rounds 1 to 401, "
            + "measure rules 1. The latest, rₙ = -0.99009901 % from round 400 to 401, weighs most; the mean return is taken as zero "
            + "(RiskMetrics 1996).",
            explained.Ewma);
        Assert.Equal(
            "√(Σ (r − mean)² / (n − 1)) of the latest n = 20 simple returns = 1.020899251 % per return, not annualised: rounds 381 to 401 "
            + "of 400 simple returns of rounds 1 to 401, measure rules 1.",
            explained.Realised);
    }

    [Fact]
    public void A_drawdown_names_its_prices_and_their_rounds()
    {
        Assert.Equal(
            "100 · (peak − price) / peak is deepest from 101 of round 2 to 100 of round 3: 0.99009901 %. At present 100 of round 401 lies "
            + "0.99009901 % below the peak, 101 of round 2. From 401 agreed prices of rounds 1 to 401, measure rules 1.",
            RiskMeasureExplanation.Of(Long).Drawdown);
        Assert.Equal(
            "The price never fell below an earlier one. At present 101 of round 3 lies 0 % below the peak, 101 of round 3. From 2 agreed "
            + "prices of rounds 1 to 3, measure rules 1.",
            RiskMeasureExplanation.Of(Short).Drawdown);
        Assert.Equal(
            "No drawdown: no round from 1 to 2 has an agreed price, measure rules 1.",
            RiskMeasureExplanation.Of(Measure(null, null)).Drawdown);
    }

    [Fact]
    public void A_tail_says_which_return_it_is_or_from_which_normal_distribution()
    {
        var tail = RiskMeasureExplanation.Of(Long).Tails[0];

        Assert.Equal(95, tail.Confidence.Percent);
        Assert.Equal(
            "Return number k = ⌈n · 5 %⌉ = 20, the worst being number 1, is a loss of 0.99009901 %; nothing is interpolated. From n = 400 "
            + "simple returns of rounds 1 to 401, measure rules 1.",
            tail.HistoricalValueAtRisk);
        Assert.Equal(
            "The mean of the k = ⌈n · 5 %⌉ = 20 worst returns is a loss of 0.99009901 %. From n = 400 simple returns of rounds 1 to 401, "
            + "measure rules 1.",
            tail.HistoricalShortfall);
        Assert.Equal(
            "z · s − mean = 1.64485362695147 · 0.996295654 − (0.004950495) = 1.633810025 %, for a normal distribution with the mean and "
            + "deviation s of n = 400 simple returns of rounds 1 to 401, measure rules 1.",
            tail.ParametricValueAtRisk);
        Assert.Equal(
            "φ(z) / 5 % · s − mean = 2.06271280750743 · 0.996295654 − (0.004950495) = 2.05012131 %, for a normal distribution with the "
            + "mean and deviation s of n = 400 simple returns of rounds 1 to 401, measure rules 1.",
            tail.ParametricShortfall);
    }

    [Fact]
    public void What_is_too_short_says_how_much_is_missing()
    {
        var explained = RiskMeasureExplanation.Of(Short);
        const string There = "and there are 0 simple returns of rounds 1 to 3, measure rules 1.";

        Assert.Equal($"No EWMA volatility: it needs at least 20 returns {There}", explained.Ewma);
        Assert.Equal($"No realised volatility: it needs at least 20 returns {There}", explained.Realised);
        Assert.Equal($"No historical VaR at 95 %: it needs at least 20 returns {There}", explained.Tails[0].HistoricalValueAtRisk);
        Assert.Equal($"No historical CVaR at 99 %: it needs at least 100 returns {There}", explained.Tails[1].HistoricalShortfall);
        Assert.Equal($"No parametric VaR at 95 %: it needs at least 30 returns {There}", explained.Tails[0].ParametricValueAtRisk);
        Assert.Equal($"No parametric CVaR at 99 %: it needs at least 30 returns {There}", explained.Tails[1].ParametricShortfall);
    }

    [Theory]
    [InlineData(CoverageVerdict.Holds, "is not below 5 %, so the model holds")]
    [InlineData(CoverageVerdict.TooMany, "is below 5 %, so the model does not hold: it understates losses")]
    [InlineData(CoverageVerdict.TooFew, "is below 5 %, so the model does not hold: it overstates losses")]
    public void A_backtest_is_explained_by_its_counts_its_test_and_what_follows(CoverageVerdict verdict, string words)
    {
        var backtest = new VarBacktest(VarMethod.Parametric, Confidence.Of95, 250, 150, 9);

        Assert.Equal(
            "Parametric VaR at 95 %, forecast for each return from the 250 before it: 9 of 150 were exceeded (6 %) where 7.5 are expected. "
            + $"Kupiec's likelihood ratio is 0.3; its p-value of 0.58 (χ², one degree of freedom) {words}. From 400 simple returns of "
            + "rounds 1 to 401, measure rules 1.",
            BacktestSentence.Of(Long, backtest, new Coverage(verdict, 0.3m, 0.58m, 38)));
    }

    [Fact]
    public void A_p_value_is_never_nothing() =>
        Assert.Contains(
            "its p-value of less than 0.000001 (χ²",
            BacktestSentence.Of(
                Long, new VarBacktest(VarMethod.Historical, Confidence.Of99, 250, 500, 90),
                new Coverage(CoverageVerdict.TooMany, 300m, 0m, 192)), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "0 forecasts are")]
    [InlineData(1, "1 forecast is")]
    public void A_backtest_that_is_too_short_says_what_it_needs(int forecasts, string there) =>
        Assert.Equal(
            "Too short to say: Historical VaR at 99 %, forecast for each return from the 250 before it. "
            + $"{there} there and the test needs 192, because with fewer not even none exceeded would be too few. From 0 simple returns "
            + "of rounds 1 to 3, measure rules 1.",
            BacktestSentence.Of(
                Short, new VarBacktest(VarMethod.Historical, Confidence.Of99, 250, forecasts, 0),
                new Coverage(CoverageVerdict.TooShort, null, null, 192)));

    [Fact]
    public void A_correlation_is_explained_by_its_formula_and_its_pairs()
    {
        decimal?[] up = [.. Enumerable.Range(0, 101).Select(i => (decimal?)(i % 2 == 0 ? 100m : 101m))];
        decimal?[] down = [.. up.Select(price => 200m - price)];

        Assert.Equal(
            "Σ (x − x̄)(y − ȳ) / √(Σ (x − x̄)² · Σ (y − ȳ)²) = -1 for the latest 60 pairs of simple returns, rounds 41 to 101, of 100 pairs "
            + "of rounds 1 to 101, measure rules 1.",
            Correlation(up, down).Coefficient);
        Assert.Equal(
            "Both lost more than their own historical VaR at 95 % (0.99009901 % and 1 %, return number 5 in ascending order) in 0 of 100 "
            + "pairs of rounds 1 to 101; the latest pair is none of them, measure rules 1.",
            Correlation(up, down).JointTail);
        Assert.Equal(
            "No correlation: one of the two did not move in the latest 60 pairs, rounds 41 to 101, measure rules 1.",
            Correlation(up, [.. Enumerable.Repeat<decimal?>(5m, 101)]).Coefficient);
        Assert.Equal(
            "No correlation: it needs 60 pairs of returns over the same rounds and there are 1 pair of rounds 1 to 2, measure rules 1.",
            Correlation(up[..2], down[..2]).Coefficient);
        Assert.Equal(
            "No joint tail: it needs at least 20 pairs of returns and there are 1 pair of rounds 1 to 2, measure rules 1.",
            Correlation(up[..2], down[..2]).JointTail);
    }

    private static CorrelationExplanation Correlation(decimal?[] first, decimal?[] second) =>
        CorrelationExplanation.Of(AssetCorrelation.Of(Prices(first), Prices(second), MeasureRules.Default)!);

    private static RiskMeasures Measure(params decimal?[] prices) => RiskMeasures.Of(Prices(prices), MeasureRules.Default)!;

    private static ImmutableArray<RoundPrice> Prices(decimal?[] prices) =>
        [.. prices.Select((price, i) => new RoundPrice(new RoundNumber(i + 1), price))];
}
