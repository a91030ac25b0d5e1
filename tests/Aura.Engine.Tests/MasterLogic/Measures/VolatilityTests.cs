using Aura.Engine.MasterLogic.Measures;
using CsCheck;
using MathNet.Numerics.Statistics;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic.Measures;

public sealed class VolatilityTests
{
    private const decimal Decay = 0.94m;

    // Nineteen returns of nothing and one of 1 %: the weight of the latest is 1 of (1 − 0.94²⁰) / 0.06 = 11.831…, by hand:
    // 0.94²⁰ = 0.290106…, so √(0.06 / 0.709893…) = 0.290722…
    [Fact]
    public void The_latest_return_weighs_most_in_the_exponential_mean()
    {
        var last = EwmaVolatility.Series(Series.Returns([.. new double[19], 1d]), Decay)[^1];
        var first = EwmaVolatility.Series(Series.Returns([1d, .. new double[19]]), Decay)[^1];

        Assert.Equal(0.2907m, decimal.Round(last!.Value, 4));
        // 0.94¹⁹ of that variance: √0.308624… = 0.5555…
        Assert.Equal(0.5555m, decimal.Round(first!.Value / last.Value, 4));
    }

    [Fact]
    public void Equal_moves_have_their_size_as_exponential_volatility_and_no_realised_one()
    {
        var returns = Series.Returns(Enumerable.Repeat(1.5d, 30));

        Assert.Equal(1.5m, EwmaVolatility.Series(returns, Decay)[^1]);
        Assert.Equal(0m, RealisedVolatility.Series(returns, 20)[^1]);
    }

    [Fact]
    public void Too_few_returns_have_no_volatility()
    {
        var returns = Series.Returns(Enumerable.Repeat(1d, 20));

        Assert.All(EwmaVolatility.Series(returns, Decay)[..19], Assert.Null);
        Assert.NotNull(EwmaVolatility.Series(returns, Decay)[19]);
        Assert.All(RealisedVolatility.Series(returns, 20)[..19], Assert.Null);
        Assert.NotNull(RealisedVolatility.Series(returns, 20)[19]);
        Assert.Empty(EwmaVolatility.Series([], Decay));
        Assert.Empty(RealisedVolatility.Series([], 20));
    }

    // Returns 1, 2, 3, 6: mean 3, squares 4 + 1 + 0 + 9 = 14, √(14 / 3) = 2.160246899…
    [Fact]
    public void Realised_volatility_divides_by_one_less_than_the_window() =>
        Assert.Equal(2.160246899m, RealisedVolatility.Series(Series.Returns(50d, 1d, 2d, 3d, 6d), 4)[^1]);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_decay_outside_of_its_range_is_refused(int decay) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaVolatility.Series([], decay));

    [Fact]
    public void A_window_of_one_return_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RealisedVolatility.Series([], 1));

    [Fact]
    public void Realised_volatility_is_what_MathNet_computes() =>
        Series.Moves(20, 60).Sample(moves => Assert.True(Series.IsNear(
            RealisedVolatility.Series(Series.Returns(moves), 20)[^1], Statistics.StandardDeviation(moves[^20..]))));

    [Fact]
    public void Exponential_volatility_is_the_weighted_root_mean_square_that_MathNet_computes() =>
        Series.Moves(20, 120).Sample(moves =>
        {
            var weights = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(
                moves.Length, i => Math.Pow(0.94, moves.Length - 1 - i));
            var squares = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(moves.Length, i => moves[i] * moves[i]);

            Assert.True(Series.IsNear(
                EwmaVolatility.Series(Series.Returns(moves), Decay)[^1], Math.Sqrt(weights.DotProduct(squares) / weights.Sum())));
        });

    [Fact]
    public void After_a_year_of_days_the_recursion_of_RiskMetrics_gives_the_same_to_six_places() =>
        Series.Moves(260, 300).Sample(moves =>
        {
            double variance = moves[0] * moves[0];
            foreach (double move in moves[1..])
                variance = (0.94 * variance) + (0.06 * move * move);

            Assert.Equal(Math.Sqrt(variance), (double)EwmaVolatility.Series(Series.Returns(moves), Decay)[^1]!.Value, 1e-5);
        });
}
