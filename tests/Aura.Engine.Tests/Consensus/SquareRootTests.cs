using System.Globalization;
using Aura.Engine.Consensus;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

public sealed class SquareRootTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "1")]
    [InlineData("4", "2")]
    [InlineData("0.25", "0.5")]
    [InlineData("152399025", "12345")]
    // OEIS A002193 and A010503.
    [InlineData("2", "1.4142135623730950488016887242")]
    [InlineData("0.5", "0.7071067811865475244008443621")]
    public void Known_roots(string value, string root) =>
        Assert.Equal(Number(root), decimal.Round(SquareRoot.Of(Number(value)), 27), new Within(0.000000000000000000000000001m));

    [Fact]
    public void A_negative_value_has_none() => Assert.Throws<ArgumentOutOfRangeException>(() => SquareRoot.Of(-1m));

    [Fact]
    public void The_square_of_the_root_is_the_value() =>
        Gen.Select(Gen.Decimal[1m, 10m], Gen.Int[-8, 12]).Sample((mantissa, exponent) =>
        {
            decimal value = mantissa;
            for (int i = 0; i < exponent; i++)
                value *= 10m;
            for (int i = 0; i > exponent; i--)
                value /= 10m;

            decimal root = SquareRoot.Of(value);
            Assert.InRange((root * root / value) - 1m, -0.000000000000000001m, 0.000000000000000001m);
        });

    [Fact]
    public void The_root_of_a_square_is_exact() =>
        Gen.Int[1, 1_000_000].Sample(n => Assert.Equal(n, SquareRoot.Of((decimal)n * n)));

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void The_ends_of_the_range_have_a_root(string value)
    {
        decimal root = SquareRoot.Of(Number(value));

        Assert.InRange(root * (root / Number(value)), 0.999999m, 1.000001m);
    }

    // The last digit of some roots swings between two neighbours for ever: only the limit ends those, and one step more
    // or less would be another figure on another machine.
    [Fact]
    public void It_is_Newton_from_the_power_of_ten_below_the_root_and_ends_after_at_most_twenty_iterations() =>
        Gen.Select(Gen.Decimal[1m, 100m], Gen.Int[-6, 5]).Sample((mantissa, power) =>
        {
            decimal scale = Enumerable.Range(0, Math.Abs(power)).Aggregate(1m, (s, _) => power > 0 ? s * 10m : s / 10m);
            decimal value = mantissa * scale * scale;

            decimal twenty = Enumerable.Range(0, 20).Aggregate(scale, (root, _) => (root + (value / root)) / 2m);

            Assert.Equal(twenty, SquareRoot.Of(value));
        }, iter: 10_000);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private sealed class Within(decimal tolerance) : IEqualityComparer<decimal>
    {
        public bool Equals(decimal x, decimal y) => decimal.Abs(x - y) <= tolerance;

        public int GetHashCode(decimal obj) => 0;
    }
}
