using Aura.Engine.MasterLogic.Measures;
using CsCheck;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic.Measures;

public sealed class TailTests
{
    public static TheoryData<int> Levels => [95, 99];

    [Theory]
    [MemberData(nameof(Levels))]
    public void The_constants_are_those_of_the_normal_distribution(int percent)
    {
        var confidence = Of(percent);
        double quantile = Normal.InvCDF(0d, 1d, percent / 100d);

        Assert.Equal(quantile, confidence.NormalQuantile, 1e-12);
        Assert.Equal(Normal.PDF(0d, 1d, quantile) / (1d - (percent / 100d)), confidence.NormalTailMean, 1e-12);
    }

    // −100, −99 … −1: the fifth worst of 100 is −96, and the mean of the five worst −98.
    [Fact]
    public void The_historical_loss_is_the_kth_worst_return_and_the_shortfall_the_mean_of_those_k()
    {
        var returns = Series.Returns(Enumerable.Range(1, 100).Select(i => -(double)i));

        Assert.Equal(new HistoricalTail(Confidence.Of95, 100, 5, 96m, 98m), HistoricalTail.Of(returns, Confidence.Of95));
        Assert.Equal(new HistoricalTail(Confidence.Of99, 100, 1, 100m, 100m), HistoricalTail.Of(returns, Confidence.Of99));
    }

    [Theory]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(40, 2)]
    [InlineData(41, 3)]
    [InlineData(250, 13)]
    public void The_rank_is_rounded_up(int returns, int rank) => Assert.Equal(rank, Confidence.Of95.RankOf(returns));

    [Fact]
    public void A_sample_without_a_whole_return_in_its_tail_has_no_historical_loss()
    {
        Assert.Null(HistoricalTail.Of(Series.Returns(new double[19]), Confidence.Of95));
        Assert.NotNull(HistoricalTail.Of(Series.Returns(new double[20]), Confidence.Of95));
        Assert.Null(HistoricalTail.Of(Series.Returns(new double[99]), Confidence.Of99));
        Assert.NotNull(HistoricalTail.Of(Series.Returns(new double[100]), Confidence.Of99));
    }

    [Fact]
    public void Fewer_than_thirty_returns_have_no_parametric_loss()
    {
        Assert.Null(ParametricTail.Of(Series.Returns(new double[29]), Confidence.Of99));
        Assert.NotNull(ParametricTail.Of(Series.Returns(new double[30]), Confidence.Of99));
    }

    // Fifteen returns of 1 and fifteen of −1: mean 0, s = √(30 / 29) = 1.017095255…; times 1.644853627 and 2.062712808.
    [Fact]
    public void The_parametric_loss_by_hand()
    {
        var tail = ParametricTail.Of(Series.Returns(Enumerable.Range(0, 30).Select(i => i % 2 == 0 ? 1d : -1d)), Confidence.Of95)!;

        Assert.Equal((0m, 1.017095255m), (tail.MeanPercent, tail.DeviationPercent));
        Assert.Equal((1.6730m, 2.0980m), (decimal.Round(tail.ValueAtRiskPercent, 4), decimal.Round(tail.ShortfallPercent, 4)));
    }

    [Fact]
    public void A_sure_gain_is_a_negative_loss_both_ways()
    {
        var returns = Series.Returns(Enumerable.Repeat(2d, 30));

        Assert.Equal((-2m, -2m), HistoricalTail.Of(returns, Confidence.Of95) is { } historical ? (historical.ValueAtRiskPercent, historical.ShortfallPercent) : default);
        Assert.Equal((-2m, -2m), ParametricTail.Of(returns, Confidence.Of95) is { } parametric ? (parametric.ValueAtRiskPercent, parametric.ShortfallPercent) : default);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void The_historical_loss_is_the_empirical_quantile_that_MathNet_computes(int percent) =>
        // Whole multiples are left to the vectors: 0.05 is no double, and another implementation may round n · 0.05 up.
        Series.Moves(101, 400).Where(moves => moves.Length % 20 != 0).Sample(moves =>
        {
            var tail = HistoricalTail.Of(Series.Returns(moves), Of(percent))!;
            double share = (100 - percent) / 100d;
            var worst = moves.Order().Take((int)Math.Ceiling(moves.Length * share));

            Assert.True(Series.IsNear(tail.ValueAtRiskPercent, -Statistics.QuantileCustom(moves, share, QuantileDefinition.R1)));
            Assert.True(Series.IsNear(tail.ShortfallPercent, -Statistics.Mean(worst)));
        });

    [Theory]
    [MemberData(nameof(Levels))]
    public void The_parametric_loss_is_the_quantile_and_the_tail_mean_of_MathNets_normal_distribution(int percent) =>
        Series.Moves(30, 200).Sample(moves =>
        {
            var tail = ParametricTail.Of(Series.Returns(moves), Of(percent))!;
            double mean = Statistics.Mean(moves);
            double deviation = Statistics.StandardDeviation(moves);
            double share = (100 - percent) / 100d;
            double quantile = Normal.InvCDF(mean, deviation, share);

            Assert.True(Series.IsNear(tail.ValueAtRiskPercent, -quantile));
            Assert.True(Series.IsNear(tail.ShortfallPercent, (deviation * deviation * Normal.PDF(mean, deviation, quantile) / share) - mean));
        });

    [Fact]
    public void A_shortfall_is_never_below_its_value_at_risk_nor_99_below_95() =>
        Series.Moves(100, 300).Sample(moves =>
        {
            var returns = Series.Returns(moves);
            var (h95, h99) = (HistoricalTail.Of(returns, Confidence.Of95)!, HistoricalTail.Of(returns, Confidence.Of99)!);
            var (p95, p99) = (ParametricTail.Of(returns, Confidence.Of95)!, ParametricTail.Of(returns, Confidence.Of99)!);

            Assert.True(h95.ShortfallPercent >= h95.ValueAtRiskPercent && h99.ShortfallPercent >= h99.ValueAtRiskPercent);
            Assert.True(p95.ShortfallPercent >= p95.ValueAtRiskPercent && p99.ShortfallPercent >= p99.ValueAtRiskPercent);
            Assert.True(h99.ValueAtRiskPercent >= h95.ValueAtRiskPercent && p99.ValueAtRiskPercent >= p95.ValueAtRiskPercent);
        });

    private static Confidence Of(int percent) => percent == 95 ? Confidence.Of95 : Confidence.Of99;
}
