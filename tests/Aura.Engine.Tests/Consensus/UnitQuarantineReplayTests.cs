using System.Collections.Immutable;
using Aura.Engine.Consensus;
using Aura.Engine.Market;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Consensus;

/// <summary>Twenty years of real prices: no move, however violent, is a unit, and a forgotten conversion always is.</summary>
public sealed class UnitQuarantineReplayTests(ITestOutputHelper output)
{
    private static readonly RuleSet Rules =
        A.RuleSet().WithOunces().WithBounds(0.01m, 1_000_000m).WithUnits().Build();

    [Fact]
    public void On_every_aligned_day_converted_prices_are_no_suspects_and_a_forgotten_conversion_is_one()
    {
        int judged = 0;
        int given = 0;
        decimal? before = null;
        foreach (var day in Shared.Rows("derived/aligned_daily.csv"))
        {
            if (day.Number("gld_close") is not { } share || day.Number("oz_per_share") is not { } ounces
                || day.Number("xau_1600et") is not { } spot || day.Number("xau_daily_close") is not { } close)
                continue;

            var date = day.Day;
            Assert.Empty(Suspects(0, date, share / ounces, spot, close));
            // The share of the session before, beside the ounces of today.
            Assert.Empty(Suspects(0, date, (before ?? share) / ounces, spot, close));
            judged += 2;
            before = share;
            // The reference needs two that agree: XAU of 16:00 and of the day's end lie further apart on wild evenings.
            if (decimal.Abs(spot - close) * 100m <= 2m * decimal.Min(spot, close))
            {
                Assert.Equal([0], Suspects(0, date, share, spot, close));
                given++;
            }
        }

        output.WriteLine($"{judged} rounds without a suspect, {given} forgotten conversions given away.");
        Assert.True(judged > 5_000 && given > 2_500);
    }

    [Fact]
    public void On_no_stress_day_is_a_source_of_yesterday_or_of_the_day_s_turn_suspected()
    {
        int judged = 0;
        foreach (var day in Shared.Rows("derived/stress_days.csv"))
        {
            var date = day.Day;
            if (day.Number("msft_prev") is { } yesterday && day.Number("msft_close") is { } today)
            {
                Assert.Empty(Suspects(1, date, yesterday, today, today));
                Assert.Empty(Suspects(1, date, today, yesterday, yesterday));
                judged += 2;
            }

            if (day.Number("xau_prev") is { } before && day.Number("xau_close") is { } close)
            {
                Assert.Empty(Suspects(0, date, before, close, close));
                Assert.Empty(Suspects(0, date, close, before, before));
                judged += 2;
            }

            if (day.Number("gld_prev") is { } old && day.Number("gld_close") is { } share && day.Number("xau_close") is { } ounce)
            {
                decimal ounces = OuncesPerShare.Formula(date);
                Assert.Empty(Suspects(0, date, old / ounces, ounce, ounce));
                Assert.Empty(Suspects(0, date, share / ounces, ounce, ounce));
                judged += 2;
            }
        }

        output.WriteLine($"{judged} rounds of stress days without a suspect.");
        Assert.True(judged > 150);
    }

    [Theory]
    [InlineData("gld_1min_2019", 1)]
    [InlineData("gld_15min_2019", 1)]
    [InlineData("msft_1min_2019", 1)]
    [InlineData("msft_15min_2019", 1)]
    [InlineData("msft_1min_20171218_alphavantage", 1)]
    [InlineData("msft_1min_202011_202012_alphavantage", 1)]
    // The evening of 2025-10-20 has lows of 388.45 beside closes of 516.95: bad ticks that the breaker must see.
    [InlineData("msft_60min_2025_alphavantage", 1)]
    [InlineData("xauusd_1min_201405_oanda", 0)]
    [InlineData("xauusd_h1_2007_2012_oanda", 0)]
    [InlineData("xauusd_h1_2012_2022", 0)]
    public void Within_no_bar_is_a_vendor_at_its_low_or_its_high_or_at_the_bar_before_suspected(string series, int asset)
    {
        decimal? before = null;
        int judged = 0;
        foreach (var bar in Shared.Rows($"market/{series}.csv"))
        {
            if (bar.Number("low") is not { } low || bar.Number("high") is not { } high || bar.Number("close") is not { } close)
                continue;

            var date = DateOnly.FromDateTime(bar.Time.UtcDateTime);
            Assert.Empty(Suspects(asset, date, low, high, close, close, before ?? close));
            before = close;
            judged++;
        }

        output.WriteLine($"{series}: {judged} rounds without a suspect.");
        Assert.True(judged >= 100);
    }

    [Fact]
    public void A_tick_of_593_70_for_493_70_is_agreed_and_disperses()
    {
        Assert.Empty(Suspects(1, new DateOnly(2025, 10, 20), 593.70m, 493.70m, 493.70m));

        var round = A.Round().Under(Rules).WithPrice(Standard.MsftDay, 493.70m).WithPrice(Standard.MsftSeries, 493.70m)
            .WithPrice(Standard.MsftQuote, 593.70m);
        var msft = RoundDecision.Decide(EngineState.Initial, Rules, round.Build()).Report.Assets[1];

        Assert.All(msft.Sources, source => Assert.Equal(SourceVerdict.Agreed, source.Verdict));
        Assert.Equal(493.70m, msft.Price);
        // m = (493.7 + 0.9 · 593.7 + 0.9 · 493.7) / 2.8 = 525.84, s = 47.25: 8.99 %.
        Assert.InRange(msft.DispersionPercent ?? 0m, 8.9m, 9.1m);
    }

    [Fact]
    public void A_split_that_one_vendor_has_not_entered_is_an_outlier_and_no_unit()
    {
        var days = Shared.Rows("market/msft_daily_2000_2013_raw.csv")
            .SkipWhile(day => string.CompareOrdinal(day["date"], "2003-02-14") < 0).Take(2)
            .Select(day => day.Number("close") ?? 0m).ToList();
        var date = new DateOnly(2003, 2, 18);
        Assert.InRange(days[0] / days[1], 1.9m, 2m);

        Assert.Empty(Suspects(1, date, days[0], days[1], days[1]));
        Assert.Empty(Suspects(1, date, days[1], days[0], days[0]));
        Assert.Empty(Suspects(1, date, days[0], days[0], days[1], days[1]));
    }

    // Outcomes as SourceAgreement makes them, without the votes that a hundred thousand rounds would have to sign.
    private static ImmutableArray<int> Suspects(int asset, DateOnly date, params ImmutableArray<decimal> prices)
    {
        var rule = Rules.Market.Assets[asset];
        var at = NewYorkTime.CloseOf(date);
        ImmutableArray<SourceOutcome> outcomes =
        [
            .. prices.Select((price, i) => new SourceOutcome(
                SourceId.Parse($"s{i}"), $"V{i}", SourceVerdict.Agreed, RefusalCode.None, null, 4, 3, 4, [],
                new Quote("S", price, Quote.Usd, rule.Unit, at), null, price)),
        ];
        var judged = UnitQuarantine.Apply(outcomes, rule, Rules.Consensus);
        return [.. judged.Index().Where(entry => entry.Item.Refusal is RefusalCode.WrongUnit).Select(entry => entry.Index)];
    }
}
