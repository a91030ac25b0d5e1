using Aura.Engine.Canon;
using Aura.Engine.MasterLogic.Measures;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic.Measures;

public sealed class SimpleReturnsTests
{
    // 100 → 110 is 10 %, 110 → 99 is −10 %: simple returns do not add up to the whole, −1 %.
    [Fact]
    public void A_return_is_the_gain_in_percent_of_the_earlier_price() =>
        Assert.Equal(Series.Returns(10d, -10d), SimpleReturns.Of(Series.Prices(100m, 110m, 99m)));

    [Fact]
    public void No_return_reaches_across_a_missing_price() =>
        Assert.Equal(
            [new RoundReturn(new RoundNumber(5), new RoundNumber(6), 100d)],
            SimpleReturns.Of(Series.Prices(100m, null, 50m, null, 10m, 20m)));

    [Fact]
    public void One_price_or_none_has_no_return()
    {
        Assert.Empty(SimpleReturns.Of([]));
        Assert.Empty(SimpleReturns.Of(Series.Prices(5m)));
        Assert.Empty(SimpleReturns.Of(Series.Prices(null, 5m, null)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_price_that_is_none_is_refused(int price) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SimpleReturns.Of(Series.Prices(5m, price)));

    [Fact]
    public void There_is_one_return_less_than_prices_and_every_one_leads_back_to_its_price() =>
        Gen.Decimal[0.01m, 100_000m].Array[2, 50].Sample(prices =>
        {
            var returns = SimpleReturns.Of(Series.Prices(prices.Select(price => (decimal?)price)));

            Assert.Equal(prices.Length - 1, returns.Length);
            for (int i = 1; i < prices.Length; i++)
                Assert.Equal((double)prices[i], (double)prices[i - 1] * (1d + (returns[i - 1].Percent / 100d)), 1e-9 * (double)decimal.Max(prices[i], prices[i - 1]));
        });
}
