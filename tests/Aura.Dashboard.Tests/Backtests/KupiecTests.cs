using Aura.Dashboard.Backtests;
using Aura.Dashboard.Queries;
using Aura.Dashboard.Tests.Architecture;
using Aura.Engine.MasterLogic.Measures;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Aura.Dashboard.Tests.Backtests;

public sealed class KupiecTests
{
    // Kupiec 1995, as Jorion, Value at Risk, prints it: at 5 % a model is kept for so many failures. For 1 % of 255 the table
    // says no more than N < 7; the ratio of no failure at all is 2 · 255 · ln(1 / 0.99) = 5.13, above 3.84.
    [Theory]
    [InlineData(99, 255, 1, 6)]
    [InlineData(99, 510, 2, 10)]
    [InlineData(99, 1000, 5, 16)]
    [InlineData(95, 255, 7, 20)]
    [InlineData(95, 510, 17, 35)]
    [InlineData(95, 1000, 38, 64)]
    public void It_keeps_a_model_for_the_failures_of_Kupiecs_table(int percent, int forecasts, int fewest, int most)
    {
        int[] kept = [.. Enumerable.Range(0, forecasts + 1).Where(x => Verdict(percent, forecasts, x) is CoverageVerdict.Holds)];

        Assert.Equal((fewest, most), (kept[0], kept[^1]));
        Assert.Equal(most - fewest + 1, kept.Length);
    }

    // x = 8 of 100 at 5 %: 2·(8 ln(0.08/0.05) + 92 ln(0.92/0.95)) = 7.520058 − 5.904254 = 1.615804 by hand.
    [Fact]
    public void The_likelihood_ratio_by_hand()
    {
        var coverage = Of(95, 100, 8);

        Assert.Equal(1.6158m, decimal.Round(coverage.LikelihoodRatio!.Value, 4));
        Assert.Equal(0.2037m, decimal.Round(coverage.PValue!.Value, 4));
    }

    [Theory]
    [InlineData(95, 38)]
    [InlineData(99, 192)]
    public void It_is_too_short_while_not_even_none_exceeded_would_be_too_few(int percent, int least)
    {
        Assert.Equal(new Coverage(CoverageVerdict.TooShort, null, null, least), Of(percent, least - 1, 0));
        Assert.Equal((CoverageVerdict.TooFew, least), (Verdict(percent, least, 0), Of(percent, least, 0).LeastForecasts));
    }

    [Fact]
    public void A_share_exactly_as_promised_is_as_likely_as_can_be() =>
        Assert.Equal((CoverageVerdict.Holds, 0m, 1m), (Verdict(95, 200, 10), Of(95, 200, 10).LikelihoodRatio, Of(95, 200, 10).PValue));

    [Fact]
    public void Every_forecast_exceeded_is_too_many() => Assert.Equal(CoverageVerdict.TooMany, Verdict(99, 500, 500));

    [Fact]
    public void The_verdict_says_on_which_side_a_model_fails() =>
        Gen.Select(Gen.Int[192, 5_000], Gen.Int[0, 5_000], Gen.Bool.Select(is95 => is95 ? 95 : 99))
            .Where((forecasts, exceedances, _) => exceedances <= forecasts)
            .Sample((forecasts, exceedances, percent) =>
            {
                var coverage = Of(percent, forecasts, exceedances);
                double share = (double)exceedances / forecasts;

                Assert.Equal(coverage.PValue < 0.05m, coverage.Verdict is not CoverageVerdict.Holds);
                if (coverage.Verdict is CoverageVerdict.TooMany)
                    Assert.True(share > (100 - percent) / 100d);
                if (coverage.Verdict is CoverageVerdict.TooFew)
                    Assert.True(share < (100 - percent) / 100d);
            });

    [Fact]
    public void The_host_offers_it_to_its_pages()
    {
        using var services = OptionsRuleTests.HostServices(new Dictionary<string, string?>(StringComparer.Ordinal)).BuildServiceProvider();

        Assert.IsType<KupiecTest>(services.GetRequiredService<ICoverageTest>());
    }

    private static CoverageVerdict Verdict(int percent, int forecasts, int exceedances) => Of(percent, forecasts, exceedances).Verdict;

    private static Coverage Of(int percent, int forecasts, int exceedances) =>
        new KupiecTest().Of(new VarBacktest(
            VarMethod.Historical, percent == 95 ? Confidence.Of95 : Confidence.Of99, 250, forecasts, exceedances));
}
