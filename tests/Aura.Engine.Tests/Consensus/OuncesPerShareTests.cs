using System.Globalization;
using Aura.Engine.Consensus;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

public sealed class OuncesPerShareTests
{
    [Fact]
    public void The_formula_starts_at_a_tenth_of_an_ounce() =>
        Assert.Equal(0.1m, OuncesPerShare.Formula(new DateOnly(2004, 11, 18)));

    [Fact]
    public void The_formula_stays_within_2_7_basis_points_of_twenty_years_of_published_values()
    {
        var rows = File.ReadLines(Shared.Data("derived/gld_oz_per_share_monthly.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (Date: DateOnly.Parse(cells[0]), Published: Number(cells[1]), Formula: Number(cells[3])))
            .ToList();
        Assert.True(rows.Count > 240);

        Assert.All(rows, row =>
        {
            decimal formula = OuncesPerShare.Formula(row.Date);
            // The column rounds to 8 places.
            Assert.InRange(formula - row.Formula, -0.000000006m, 0.000000006m);
            // "max 2.7 bp" is itself rounded; the worst row says 2.69.
            Assert.InRange((formula / row.Published - 1m) * 10_000m, -2.75m, 2.75m);
        });
    }

    [Theory]
    [InlineData("2025-06-05", "0.0921")]
    [InlineData("2025-06-06", "0.0921")]
    [InlineData("2025-06-07", "0.0920")]
    [InlineData("2040-01-01", "0.0920")]
    public void The_table_gives_the_value_of_the_latest_date_not_after(string date, string expected) =>
        Assert.Equal(Number(expected), OuncesPerShare.On(DateOnly.Parse(date), Rules()));

    [Fact]
    public void Before_the_table_the_formula_holds_at_ten_places()
    {
        var date = new DateOnly(2025, 6, 4);

        Assert.Equal(
            decimal.Round(OuncesPerShare.Formula(date), 10, MidpointRounding.ToEven), OuncesPerShare.On(date, Rules()));
    }

    [Theory]
    [InlineData("0.09215530005", "0.0921553000")]
    [InlineData("0.09215530015", "0.0921553002")]
    public void Ounces_are_rounded_half_even_at_ten_places_before_use(string published, string used) =>
        Assert.Equal(
            Number(used),
            OuncesPerShare.On(
                new DateOnly(2025, 6, 5),
                A.RuleSet().WithOunces(new OuncesOnDate("2025-06-05", Number(published))).Build().Consensus));

    [Fact]
    public void Nothing_is_ever_divided_by_zero_ounces()
    {
        var none = A.RuleSet().WithOunces(new OuncesOnDate("2025-06-05", 0.00000000001m)).Build().Consensus;

        Assert.Equal(0.0000000001m, OuncesPerShare.On(new DateOnly(2025, 6, 5), none));
        Assert.Equal(0.0000000001m, OuncesPerShare.On(DateOnly.MaxValue, none with { OuncesPerShare = [] }));
    }

    [Fact]
    public void Any_date_has_a_positive_value()
    {
        var rules = Rules() with { OuncesPerShare = [] };

        Assert.All(
            (DateOnly[])[DateOnly.MinValue, new(1970, 1, 1), new(2100, 1, 1), new(3000, 1, 1), DateOnly.MaxValue],
            date => Assert.True(OuncesPerShare.On(date, rules) > 0m));
    }

    private static ConsensusRules Rules() =>
        A.RuleSet().WithOunces(new OuncesOnDate("2025-06-05", 0.0921m), new OuncesOnDate("2025-06-07", 0.0920m)).Build().Consensus;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
