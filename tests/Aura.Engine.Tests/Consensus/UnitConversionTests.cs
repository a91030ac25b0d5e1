using System.Globalization;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

/// <summary>GLD is USD per share, GOLD is USD per troy ounce: every source is converted before anything is averaged.</summary>
public sealed class UnitConversionTests(ITestOutputHelper output)
{
    private const int PublishedDates = 20;

    [Theory]
    // Ounces per share as the fund publishes them at the end of a month; the quotients by long division.
    [InlineData("2004-11-30", "0.0999869", "250", "2500.32754291")]
    [InlineData("2008-01-31", "0.09874504", "250", "2531.77273512")]
    [InlineData("2012-10-31", "0.0969046", "250", "2579.85689018")]
    [InlineData("2017-07-31", "0.09507209", "250", "2629.58350868")]
    [InlineData("2023-11-30", "0.0927004", "250", "2696.85999197")]
    [InlineData("2025-06-05", "0.0921553", "309.33", "3356.61649411")]
    public void A_share_price_divided_by_the_published_ounces_of_its_date_is_a_price_per_ounce(
        string date, string ounces, string share, string ounce)
    {
        var outcome = Convert(DateOnly.Parse(date), Number(share), new OuncesOnDate(date, Number(ounces)));

        Assert.Equal((Number(ounces), Number(ounce)), (outcome.OuncesPerShare, outcome.Price));
    }

    [Theory]
    // 0.1 · exp(−0.0039856 · days/365.25 since 2004-11-18) at ten places, by fifty-digit arithmetic outside this program.
    [InlineData("2004-01-01", "0.1003519837")]
    [InlineData("2004-11-18", "0.1000000000")]
    [InlineData("2008-01-31", "0.0987324912")]
    [InlineData("2017-07-31", "0.0950649585")]
    [InlineData("2025-06-05", "0.0921379308")]
    [InlineData("2040-02-29", "0.0868826568")]
    public void Without_a_table_the_formula_gives_the_ounces_at_ten_places(string date, string ounces) =>
        Assert.Equal(Number(ounces), OuncesPerShare.On(DateOnly.Parse(date), A.RuleSet().WithOunces().Build().Consensus));

    [Fact]
    public void On_twenty_published_dates_a_conversion_reproduces_the_recorded_price_per_ounce()
    {
        var days = Shared.Rows("derived/aligned_daily.csv").Where(row => row.Has("gld_close", "oz_per_share")).ToList();
        var chosen = Enumerable.Range(0, PublishedDates).Select(i => days[i * (days.Count - 1) / (PublishedDates - 1)]).ToList();

        foreach (var day in chosen)
        {
            string date = day["date"];
            decimal published = Number(day["oz_per_share"]);
            decimal share = Number(day["gld_close"]);
            var byTable = Convert(DateOnly.Parse(date), share, new OuncesOnDate(date, published));
            var byFormula = Convert(DateOnly.Parse(date), share);

            // The file gives three places of the price, from ounces whose seventh place it has rounded.
            decimal rounding = 0.0005m + (0.00000005m / published * byTable.Price ?? 0m);
            Assert.InRange((byTable.Price ?? 0m) - Number(day["gld_usd_oz"]), -rounding, rounding);
            Assert.InRange((byFormula.Price / byTable.Price ?? 0m) - 1m, -0.000275m, 0.000275m);
            output.WriteLine($"{date}: {share} / {published} = {byTable.Price}, by formula {byFormula.Price}");
        }

        Assert.Equal(PublishedDates, chosen.Select(day => day["date"]).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void The_trading_date_is_New_Yorks_even_when_it_is_already_tomorrow_in_UTC()
    {
        var series = Standard.GoldSeries with { Symbol = "GLD", Unit = PriceUnit.Share };
        var rules = A.RuleSet().WithSource(Standard.GoldSeries, _ => series)
            .WithOunces(new OuncesOnDate("2025-06-05", 0.1m), new OuncesOnDate("2025-06-06", 0.2m)).Build();
        // 20:30 in New York on 5 June.
        var evening = new DateTimeOffset(2025, 6, 6, 0, 30, 0, TimeSpan.Zero);

        var outcome = Decide(A.Round().Under(rules).AtMarketTime(evening).OutOfSession()
            .WithBody(series, VendorBody.Of(series, 300m, evening)), series, rules);

        Assert.Equal((0.1m, 3000m), (outcome.OuncesPerShare, outcome.Price));
    }

    [Fact]
    public void Unconverted_prices_disperse_by_about_91_percent_on_every_recorded_day_and_converted_ones_never_above_0_35()
    {
        var days = Shared.Rows("derived/aligned_daily.csv").Where(row => row.Has("gld_close", "oz_per_share", "xau_1600et"))
            .Select(row => (Share: Number(row["gld_close"]), Ounces: Number(row["oz_per_share"]), Ounce: Number(row["xau_1600et"])))
            .ToList();
        Assert.True(days.Count > 2_600);

        var converted = days.Select(day => Dispersion(day.Share / day.Ounces, day.Ounce)).Order().ToList();

        Assert.All(days, day => Assert.InRange(Dispersion(day.Share, day.Ounce), 90.5m, 92m));
        Assert.InRange(converted[^1], 0m, 0.35m);
        Assert.InRange(converted[converted.Count / 2], 0m, 0.012m);
    }

    private static decimal Dispersion(decimal share, decimal ounce)
    {
        var aggregate = PriceAggregate.Of([(share, 1.0m), (ounce, 0.8m)]);
        return 100m * aggregate.StandardDeviation!.Value / aggregate.WeightedMean;
    }

    private static SourceOutcome Convert(DateOnly date, decimal share, params OuncesOnDate[] table)
    {
        var rules = A.RuleSet().WithOunces([.. table]).WithBounds(0.01m, 1_000_000m).Build();
        var round = A.Round().Under(rules).AtMarketTime(NewYorkTime.CloseOf(date)).WithPrice(Standard.GoldShare, share);
        return Decide(round, Standard.GoldShare, rules);
    }

    private static SourceOutcome Decide(RoundBuilder round, SourceRule source, Aura.Engine.Rounds.RuleSet rules)
    {
        var inputs = round.Build();
        return SourceAgreement.Decide(
            source, rules.Market.Assets[0], rules.Market, rules.Consensus, rules.Quorum,
            new RoundVotes(
                [.. inputs.Evidence.Observations.Select(o => o.Observation)], inputs.Bodies, inputs.Evidence.Moment,
                inputs.Evidence.CompletedAt));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
