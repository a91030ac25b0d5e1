using Aura.Engine.Canon;
using Aura.Engine.MasterLogic.Measures;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic.Measures;

public sealed class DrawdownTests
{
    [Fact]
    public void No_price_has_no_drawdown() => Assert.Null(Drawdown.Of(Series.Prices(null, null)));

    // 120 → 90 is 25 %, the present 110 lies 8.333… % below 120.
    [Fact]
    public void The_deepest_and_the_present_fall_name_their_peaks()
    {
        var drawdown = Drawdown.Of(Series.Prices(100m, null, 120m, 90m, 110m))!;

        Assert.Equal((25m, 8.333333333m), (drawdown.DeepestPercent, drawdown.PresentPercent));
        Assert.Equal((new RoundPrice(new RoundNumber(3), 120m), new RoundPrice(new RoundNumber(4), 90m)), (drawdown.Peak, drawdown.Trough));
        Assert.Equal((new RoundPrice(new RoundNumber(3), 120m), new RoundPrice(new RoundNumber(5), 110m)), (drawdown.PresentPeak, drawdown.Last));
        Assert.Equal(4, drawdown.Prices);
    }

    [Fact]
    public void A_new_peak_ends_the_present_fall_and_not_the_deepest()
    {
        var drawdown = Drawdown.Of(Series.Prices(100m, 50m, 200m))!;

        Assert.Equal((50m, 0m), (drawdown.DeepestPercent, drawdown.PresentPercent));
        Assert.Equal(3, drawdown.PresentPeak.Round.Value);
        Assert.Equal((1, 2), (drawdown.Peak.Round.Value, drawdown.Trough.Round.Value));
    }

    [Fact]
    public void Of_equal_falls_the_first_is_named() =>
        Assert.Equal(2, Drawdown.Of(Series.Prices(100m, 50m, 100m, 50m))!.Trough.Round.Value);

    [Fact]
    public void A_price_that_never_falls_has_a_drawdown_of_nothing() =>
        Assert.Equal((0m, 0m), Drawdown.Of(Series.Prices(1m, 1m, 2m)) is { } flat ? (flat.DeepestPercent, flat.PresentPercent) : default);

    [Fact]
    public void A_price_that_is_none_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Drawdown.Of(Series.Prices(1m, 0m)));

    [Fact]
    public void It_is_the_greatest_fall_between_any_two_prices() =>
        Gen.Decimal[1m, 1_000m].Array[1, 40].Sample(prices =>
        {
            decimal deepest = prices.SelectMany((peak, i) => prices[i..].Select(price => 100m * (peak - price) / peak)).Max();
            decimal present = prices.Max(peak => 100m * (peak - prices[^1]) / peak);
            var drawdown = Drawdown.Of(Series.Prices(prices.Select(price => (decimal?)price)))!;

            Assert.Equal(decimal.Round(deepest, 9), drawdown.DeepestPercent);
            Assert.Equal(decimal.Round(present, 9), drawdown.PresentPercent);
        });
}
