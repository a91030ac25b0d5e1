using System.Globalization;
using Aura.Engine.Consensus;
using Aura.Engine.MasterLogic;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

public sealed class PriceAggregateTests
{
    [Fact]
    public void One_source_has_a_price_and_no_deviation() =>
        Assert.Equal(new PriceAggregate(2050m, 2050m, null), PriceAggregate.Of([(2050m, 1m)]));

    [Fact]
    public void None_has_nothing() => Assert.Throws<ArgumentException>(() => PriceAggregate.Of([]));

    [Fact]
    public void The_original_code_on_its_demonstration_data()
    {
        // Gold 2050 and 2060 with weights 1.0 and 0.8: m = 3698/1.8, squares (m−2050)² = 19.7530864…, (2060−m)² =
        // 30.8641975…, s = √25.3086419… = 5.03076…, 0.2449 % of m.
        var aggregate = PriceAggregate.Of([(2050m, 1.0m), (2060m, 0.8m)]);

        Assert.Equal(new PriceAggregate(2055m, 2054.44444444m, 5.03076952m), aggregate);
        Assert.Equal(0.2449m, decimal.Round(100m * 5.03076952m / aggregate.WeightedMean, 4));
    }

    [Fact]
    public void Three_sources_by_hand()
    {
        // m = (10 + 2·20 + 60)/4 = 27.5; squares 306.25, 56.25, 1056.25; s = √(1418.75/3) = 21.7466472511…
        var aggregate = PriceAggregate.Of([(60m, 1m), (10m, 1m), (20m, 2m)]);

        Assert.Equal(new PriceAggregate(20m, 27.5m, 21.74664725m), aggregate);
    }

    [Fact]
    public void Four_sources_have_the_mean_of_the_two_middles() =>
        Assert.Equal(25m, PriceAggregate.Of([(40m, 1m), (10m, 1m), (30m, 1m), (20m, 1m)]).Median);

    [Fact]
    public void Rounding_is_half_even_at_eight_places()
    {
        Assert.Equal(0.00000002m, PriceAggregate.Of([(0.00000001m, 1m), (0.00000002m, 1m)]).Median);
        Assert.Equal(0.00000002m, PriceAggregate.Of([(0.00000002m, 1m), (0.00000003m, 1m)]).Median);
    }

    [Theory]
    // With equal weights the mean is the exact middle; its ninth place is 5.
    [InlineData("1.00000001", "1.00000002", "1.00000002")]
    [InlineData("1.00000002", "1.00000003", "1.00000002")]
    public void The_weighted_mean_is_rounded_half_even_at_eight_places(string low, string high, string mean) =>
        Assert.Equal(Number(mean), PriceAggregate.Of([(Number(low), 1m), (Number(high), 1m)]).WeightedMean);

    [Theory]
    // With equal weights s is half the distance; its ninth place is 5.
    [InlineData("0.00000001", "0")]
    [InlineData("0.00000003", "0.00000002")]
    [InlineData("0.00000005", "0.00000002")]
    public void The_standard_deviation_is_rounded_half_even_at_eight_places(string distance, string deviation) =>
        Assert.Equal(
            Number(deviation), PriceAggregate.Of([(1m, 1m), (1m + Number(distance), 1m)]).StandardDeviation);

    [Fact]
    public void The_squares_are_unweighted_and_stand_around_the_weighted_mean()
    {
        // m = (100 + 3·200)/4 = 175. Unweighted around m: √((75² + 25²)/2) = √3125 = 55.9016994…; weighted it would be
        // √((75² + 3·25²)/4) = 43.3…, and around the plain mean of 150 it would be 50.
        Assert.Equal(55.90169944m, PriceAggregate.Of([(100m, 1m), (200m, 3m)]).StandardDeviation);
    }

    [Fact]
    public void The_spread_of_two_sources_with_weights_one_and_point_eight_is_0_503_of_their_relative_gap() =>
        Gen.Select(Gen.Decimal[10m, 5_000m], Gen.Decimal[-0.05m, 0.05m]).Sample((price, gap) =>
        {
            var aggregate = PriceAggregate.Of([(price, 1.0m), (price * (1m + gap), 0.8m)]);
            // s = |Δ| · √((0.8² + 1²)/2) / 1.8 = 0.50307695… · |Δ|
            decimal expected = 0.50307695m * decimal.Abs(price * gap);
            Assert.InRange(aggregate.StandardDeviation!.Value - expected, -0.00002m, 0.00002m);
        });

    [Fact]
    public void Order_does_not_matter_to_the_bytes() =>
        Sources.Sample(sources =>
            Assert.Equal(
                PriceAggregate.Of([.. sources.OrderBy(s => s.Price).ThenBy(s => s.Weight)]).Median,
                PriceAggregate.Of([.. sources.OrderByDescending(s => s.Price)]).Median));

    [Fact]
    public void Mean_and_median_lie_between_the_extremes_and_equal_prices_have_no_spread() =>
        Sources.Sample(sources =>
        {
            var aggregate = PriceAggregate.Of([.. sources]);
            decimal low = sources.Min(s => s.Price) - 0.00000001m;
            decimal high = sources.Max(s => s.Price) + 0.00000001m;
            Assert.InRange(aggregate.Median, low, high);
            Assert.InRange(aggregate.WeightedMean, low, high);
            if (sources.Length > 1)
                Assert.True(aggregate.StandardDeviation >= 0m);

            var flat = PriceAggregate.Of([.. sources.Select(s => (1234.5678m, s.Weight)), (1234.5678m, 1m)]);
            Assert.Equal(new PriceAggregate(1234.5678m, 1234.5678m, 0m), flat);
        });

    [Fact]
    public void A_unit_mix_up_is_Extreme_for_ever()
    {
        // 190 a share and 2050 an ounce: m = 1830/1.8 = 1016.67, s = 935.72, 92 %.
        var aggregate = PriceAggregate.Of([(190m, 1.0m), (2050m, 0.8m)]);
        decimal percent = 100m * aggregate.StandardDeviation!.Value / aggregate.WeightedMean;

        Assert.Equal(92m, decimal.Round(percent));
        Assert.Equal(Tier.Extreme, RiskRules.Default.TierOf(percent));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static readonly Gen<(decimal Price, decimal Weight)[]> Sources =
        Gen.Select(Gen.Decimal[0.01m, 100_000m], Gen.Decimal[0.1m, 2m]).Array[1, 9];
}
