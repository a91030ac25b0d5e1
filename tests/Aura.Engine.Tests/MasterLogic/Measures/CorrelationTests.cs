using Aura.Engine.Canon;
using Aura.Engine.MasterLogic.Measures;
using CsCheck;
using MathNet.Numerics.Statistics;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic.Measures;

public sealed class CorrelationTests
{
    // x = 1, 2, 3 and y = 1, 3, 2: products 1·1 + 0·… = 1, squares 2 and 2, so 1/2 by hand.
    [Fact]
    public void The_coefficient_by_hand() =>
        Assert.Equal(0.5m, RollingCorrelation.Series(Series.Pairs([9d, 1d, 2d, 3d], [9d, 1d, 3d, 2d]), 3)[^1]);

    [Fact]
    public void Before_the_window_is_full_there_is_none() =>
        Assert.Equal([null, null, 1m], RollingCorrelation.Series(Series.Pairs([1d, 2d, 3d], [2d, 4d, 6d]), 3));

    [Fact]
    public void An_asset_that_does_not_move_correlates_with_nothing()
    {
        // The mean of three 0.1 is not 0.1 in doubles.
        Assert.Null(RollingCorrelation.Series(Series.Pairs([0.1d, 0.1d, 0.1d], [1d, 2d, 3d]), 3)[^1]);
        Assert.Null(RollingCorrelation.Series(Series.Pairs([1d, 2d, 3d], [0.1d, 0.1d, 0.1d]), 3)[^1]);
    }

    [Fact]
    public void Two_pairs_are_refused_as_a_window() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RollingCorrelation.Series([], 2));

    [Fact]
    public void Only_returns_over_the_same_rounds_are_paired()
    {
        var first = SimpleReturns.Of(Series.Prices(100m, 110m, null, 100m, 110m));
        var second = SimpleReturns.Of(Series.Prices(100m, 120m, 60m, 90m, 180m));

        Assert.Equal(
            [
                new PairedReturn(new RoundNumber(1), new RoundNumber(2), 10d, 20d),
                new PairedReturn(new RoundNumber(4), new RoundNumber(5), 10d, 100d),
            ],
            PairedReturn.Of(first, second));
    }

    [Fact]
    public void It_is_what_MathNet_computes() =>
        Gen.Select(Series.Moves(60, 60), Series.Moves(60, 60)).Sample((x, y) =>
        {
            var pairs = Series.Pairs(x, y);

            Assert.True(Series.IsNear(RollingCorrelation.Series(pairs, 60)[^1], Correlation.Pearson(x, y)));
            Assert.True(Series.IsNear(RollingCorrelation.Series(pairs, 20)[^1], Correlation.Pearson(x[^20..], y[^20..])));
        });

    // Of 40 pairs each two worst make the tail, so each loss must be greater than the second worst: only the worst one is.
    [Fact]
    public void A_joint_tail_is_a_pair_in_which_both_lost_more_than_their_own_value_at_risk()
    {
        double[] first = [.. Enumerable.Range(1, 39).Select(i => -i / 10d), -9d];
        double[] together = [.. Enumerable.Range(1, 39).Select(i => -i / 10d), -7d];
        double[] apart = [-7d, .. Enumerable.Range(1, 39).Select(i => -i / 10d)];

        var both = JointTail.Of(Series.Pairs(first, together))!;
        Assert.Equal((40, 1, true), (both.Pairs, both.Count, both.IsNow));
        Assert.Equal((3.9m, 3.9m), (both.First.ValueAtRiskPercent, both.Second.ValueAtRiskPercent));
        var one = JointTail.Of(Series.Pairs(first, apart))!;
        Assert.Equal((40, 0, false), (one.Pairs, one.Count, one.IsNow));
    }

    [Fact]
    public void Too_few_pairs_have_no_tail() => Assert.Null(JointTail.Of(Series.Pairs(new double[19], new double[19])));

    [Fact]
    public void Assets_without_a_round_have_no_correlation() =>
        Assert.Null(AssetCorrelation.Of(Series.Prices(1m), [], MeasureRules.Default));

    [Fact]
    public void The_range_reaches_from_the_first_round_of_either_to_the_last()
    {
        var correlation = AssetCorrelation.Of(Series.Prices(1m, 2m, 3m)[1..], Series.Prices(1m, 2m), MeasureRules.Default)!;

        Assert.Equal((1, 3), (correlation.From.Value, correlation.To.Value));
        Assert.Empty(correlation.Pairs);
        Assert.Null(correlation.Latest);
        Assert.Null(correlation.JointTail);
    }
}
