using Aura.Engine.Breaker;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Aura.Engine.Rounds;
using Aura.Testing;
using Xunit;

namespace Aura.Engine.Tests.Incidents;

/// <summary>
/// The weeks around every stress day as they were, one round a day, every source at the day's close: what a jump is where
/// the market never sleeps is an opening gap where it does. What has to come out is said by the numbers alone.
/// </summary>
public sealed class StressSeriesTests(ITestOutputHelper output)
{
    private const double Decay = 0.94;
    private const int FewestReturns = 20;
    private const double VolatileAbovePercent = 5;
    private static readonly TimeOnly Noon = new(12, 0);

    // Days above the limit, series that opened, days on which the shadow of volatility was active. Stress days of one
    // autumn lie in each other's weeks, so a day may be counted in several series.
    [Theory]
    [InlineData(BreakerCause.PriceJump, 10, 29, 19, 53)]
    [InlineData(BreakerCause.OpeningGap, 20, 5, 3, 0)]
    public void A_guard_opens_on_the_first_day_beyond_its_limit_and_without_it_nothing_does(
        BreakerCause guard, int limit, int beyond, int opened, int shadows)
    {
        var (series, absent) = StressSeries.All();
        var timelines = series.AsParallel().AsOrdered()
            .Select(days => (Series: days, Days: Play(days, guard, limit, CauseMode.On), Without: Play(days, guard, limit, CauseMode.Off)))
            .ToList();
        foreach (var (days, guarded, without) in timelines)
        {
            Assert.All(guarded, IsAsTheNumbersSay);
            bool isOpen = false;
            foreach (var day in guarded)
            {
                isOpen |= day.IsBeyond;
                Assert.Equal(
                    isOpen ? (BreakerState.Open, 2L, false) : (BreakerState.Closed, 1L, day.InSession),
                    (day.Breaker.State, day.Breaker.Version, day.IsPublished));
            }

            Assert.All(without, day => Assert.Equal(
                (BreakerState.Closed, 1L, day.InSession), (day.Breaker.State, day.Breaker.Version, day.IsPublished)));
            Assert.All(without, day => Assert.Empty(day.Breaker.ActiveCauses));
            if (guarded.FirstOrDefault(day => day.IsBeyond) is { } first)
                output.WriteLine($"{days.Date} {days.Asset}: {guard} opens on {first.Day:yyyy-MM-dd} after {first.ChangePercent} %.");
        }

        var all = timelines.SelectMany(timeline => timeline.Days).ToList();
        var found = (
            Beyond: all.Count(day => day.IsBeyond), Opened: timelines.Count(timeline => timeline.Days[^1].Breaker.State is BreakerState.Open),
            Shadows: all.Count(day => day.IsVolatile));
        output.WriteLine(
            $"{guard}: {all.Count} days around {series.Length} stress days; {found.Beyond} beyond {limit} %, {found.Opened} series opened, "
            + $"{found.Shadows} days volatile as a shadow; without it none. Not in the files: {string.Join(", ", absent)}.");
        Assert.Equal((beyond, opened, shadows), found);
    }

    private static void IsAsTheNumbersSay(DayPlayed day)
    {
        Assert.True(
            day.Breaker.ActiveCauses.SequenceEqual(day.IsBeyond ? [day.Guard] : []),
            $"{day.Day}: {string.Join(" ", day.Breaker.ActiveCauses)} after {day.ChangePercent} %.");
        Assert.Equal(day.IsVolatile ? [BreakerCause.Volatility] : [], day.Breaker.ShadowCauses ?? []);
    }

    private static List<DayPlayed> Play(StressSeries series, BreakerCause guard, int limit, CauseMode mode)
    {
        var rules = Rules(series.Asset, guard, mode);
        bool isSleepless = guard is BreakerCause.PriceJump;
        var state = EngineState.Initial;
        var played = new List<DayPlayed>();
        decimal? before = null;
        var variance = (Value: 0.0, Returns: 0);
        foreach (var (day, price) in series.Days)
        {
            var round = rules.Market.Sources.Aggregate(
                A.Round().Under(rules).After(state).AtMarketTime(NewYorkTime.InstantOf(day.ToDateTime(Noon)).GetValueOrDefault()),
                (all, source) => all.WithPrice(source, price));
            var outcome = RoundDecision.Decide(state, rules, round.Build());
            state = outcome.Next;
            var asset = Assert.Single(outcome.Report.Assets);
            Assert.Equal((price, Quality.Good, Tier.Normal), (asset.Price.GetValueOrDefault(), asset.Quality, asset.Tier));

            decimal change = before is { } was ? decimal.Round(100m * (price - was) / was, 4) : 0m;
            // From one session to the next is an opening and no return of a round.
            if (isSleepless && before is not null)
                variance = (
                    variance.Returns == 0 ? (double)(change * change) : (Decay * variance.Value) + ((1 - Decay) * (double)(change * change)),
                    variance.Returns + 1);
            bool inSession = asset.Session is MarketSession.Open;
            played.Add(new DayPlayed(
                day, guard, change, inSession, inSession && decimal.Abs(change) > limit,
                variance.Returns >= FewestReturns && Math.Sqrt(variance.Value) > VolatileAbovePercent,
                outcome.Report.Breakers[1], asset.WithheldBecause is null));
            Assert.Equal(BreakerState.Closed, outcome.Report.Breakers[0].State);
            before = price;
        }

        return played;
    }

    private static RuleSet Rules(AssetSymbol asset, BreakerCause guard, CauseMode mode)
    {
        var rules = A.RuleSet().AsShipped().WithBounds(0.01m, 100_000m).WithCause(guard, mode).WithSources(
            asset == Standard.Gold
                ? [(Standard.GoldRate, 0.8m), (Standard.GoldSeries, 0.8m), (Standard.GoldSpot, 0.8m)]
                : [(Standard.MsftDay, 1.0m), (Standard.MsftSeries, 0.9m), (Standard.MsftQuote, 0.9m)]);
        return (guard is BreakerCause.OpeningGap ? rules.InExchangeHours() : rules).Build();
    }

    private sealed record DayPlayed(
        DateOnly Day, BreakerCause Guard, decimal ChangePercent, bool InSession, bool IsBeyond, bool IsVolatile, BreakerReport Breaker,
        bool IsPublished);
}
