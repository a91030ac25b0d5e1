using Aura.Engine.MasterLogic;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic;

public sealed class RangeStatisticsTests
{
    [Fact]
    public void A_range_without_a_price_has_no_statistics() => Assert.Null(RangeStatistics.Of([null, null]));

    [Fact]
    public void First_last_extremes_mean_and_change_are_those_of_the_agreed_prices()
    {
        var statistics = RangeStatistics.Of([100m, null, 120m, 90m, 110m])!;

        Assert.Equal((100m, 110m, 90m, 120m), (statistics.First, statistics.Last, statistics.Lowest, statistics.Highest));
        Assert.Equal((105m, 10m, 4), (statistics.Mean, statistics.ChangePercent, statistics.Agreed));
    }

    // Returns 0.1 and −0.1: mean 0, variance 0.01, deviation 0.1, by hand.
    [Fact]
    public void Volatility_is_the_deviation_of_simple_returns() =>
        Assert.Equal(10m, RangeStatistics.Of([100m, 110m, 99m])!.VolatilityPercent);

    [Fact]
    public void A_single_return_has_no_deviation() => Assert.Null(RangeStatistics.Of([100m, 110m])!.VolatilityPercent);

    [Fact]
    public void A_price_that_never_moves_has_none_to_show() =>
        Assert.Equal((0m, 0m), Of(RangeStatistics.Of([5m, 5m, 5m])!));

    private static (decimal, decimal?) Of(RangeStatistics statistics) =>
        (statistics.ChangePercent, statistics.VolatilityPercent);
}
