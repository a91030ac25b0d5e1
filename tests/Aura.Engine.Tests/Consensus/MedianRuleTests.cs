using System.Globalization;
using Aura.Engine.Consensus;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

public sealed class MedianRuleTests
{
    [Theory]
    [InlineData("7", "7")]
    [InlineData("3 1", "1")]
    [InlineData("9 1 5", "5")]
    [InlineData("40 10 30 20", "20")]
    [InlineData("5 4 3 2 1", "3")]
    [InlineData("6 5 4 3 2 1", "3")]
    public void The_median_of_an_even_count_is_the_lower_middle_and_always_a_value_that_was_stated(string values, string median) =>
        Assert.Equal(Number(median), MedianRule.LowerMiddle(values.Split(' ').Select(Number)));

    [Fact]
    public void No_value_has_no_middle() => Assert.Throws<ArgumentException>(() => MedianRule.LowerMiddle<decimal>([]));

    [Theory]
    // 0.5 % of 3356.73 is 16.78365.
    [InlineData("3356.73", "3373.51365", true)]
    [InlineData("3356.73", "3373.51366", false)]
    [InlineData("3356.73", "3339.94635", true)]
    [InlineData("3356.73", "3339.94634", false)]
    [InlineData("200", "201", true)]
    [InlineData("200", "201.0000000000000000000000001", false)]
    [InlineData("200", "199", true)]
    [InlineData("200", "198.9999999999999999999999999", false)]
    [InlineData("0.00000001", "0.00000001", true)]
    [InlineData("1000000000000", "1005000000000", true)]
    [InlineData("1000000000000", "1005000000000.000000000000001", false)]
    public void Both_ends_of_the_tolerance_belong_to_it(string median, string value, bool within) =>
        Assert.Equal(within, MedianRule.IsWithin(Number(value), Number(median), 0.5m));

    [Fact]
    public void With_f_liars_among_2f_plus_1_values_the_middle_is_in_the_honest_range() =>
        Gen.Select(Gen.Int[0, 5], Gen.Decimal[1m, 1000m].Array[32], Gen.Decimal[0.001m, 1_000_000m].Array[5], Gen.Int[0, 15])
            .Sample((f, honest, lies, more) =>
            {
                var truth = honest.Take(f + 1 + more).ToList();

                decimal median = MedianRule.LowerMiddle(lies.Take(f).Concat(truth));

                Assert.InRange(median, truth.Min(), truth.Max());
            });

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
