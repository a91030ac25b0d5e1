using System.Collections.Immutable;
using Aura.Dashboard.Backtests;
using Aura.Engine.Canon;
using Aura.Engine.MasterLogic.Measures;
using Aura.Testing;

namespace Aura.Dashboard.Tests.Backtests;

/// <summary>Values at risk of MSFT and gold, held against decades of real days.</summary>
public sealed class RealSeriesTests(ITestOutputHelper output)
{
    /// <summary>The series and its first year: MSFT also without the years in which three decimals of a dollar are coarse.</summary>
    public static TheoryData<string, int> Days => new()
    {
        { "market/msft_daily_1990_2022_adj.csv", 1990 },
        { "market/msft_daily_1990_2022_adj.csv", 1995 },
        { "market/xauusd_daily_2004_2025.csv", 2004 },
    };

    [Theory]
    [MemberData(nameof(Days))]
    public void A_backtest_of_real_days_states_whether_each_model_holds(string series, int from)
    {
        var measures = Measure(series, from);

        output.WriteLine($"{series} from {from}: {measures.Returns.Length} daily returns, window {measures.Rules.BacktestWindow}");
        foreach (var backtest in measures.Tails.SelectMany(tail => (VarBacktest[])[tail.HistoricalBacktest, tail.ParametricBacktest]))
        {
            var coverage = new KupiecTest().Of(backtest);
            output.WriteLine($"  {backtest.Method} {backtest.Confidence.Percent} %: {backtest.Exceedances} of {backtest.Forecasts} exceeded = "
                + $"{backtest.ExceededPercent:F3} % (expected {backtest.Expected:F1} = {backtest.Confidence.TailPercent} %), "
                + $"LR = {coverage.LikelihoodRatio:F3}, p = {coverage.PValue:F6}: {coverage.Verdict}");

            Assert.Equal(measures.Returns.Length - measures.Rules.BacktestWindow, backtest.Forecasts);
            Assert.NotEqual(CoverageVerdict.TooShort, coverage.Verdict);
        }

        // Returns of real assets have heavier tails than a normal distribution: at 99 % it must be caught.
        Assert.Equal(CoverageVerdict.TooMany, new KupiecTest().Of(measures.Tails[1].ParametricBacktest).Verdict);
    }

    private static RiskMeasures Measure(string series, int from)
    {
        ImmutableArray<RoundPrice> prices =
        [
            .. Shared.Rows(series).Where(row => row.Day.Year >= from)
                .Select((row, i) => new RoundPrice(new RoundNumber(i + 1), row.Number("close"))),
        ];
        return RiskMeasures.Of(prices, MeasureRules.Default)!;
    }
}
