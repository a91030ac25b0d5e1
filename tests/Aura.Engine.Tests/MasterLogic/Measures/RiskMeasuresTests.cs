using Aura.Engine.MasterLogic.Measures;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic.Measures;

public sealed class RiskMeasuresTests
{
    [Fact]
    public void No_round_has_no_measures() => Assert.Null(RiskMeasures.Of([], MeasureRules.Default));

    [Fact]
    public void Rounds_without_a_price_are_a_range_that_measures_nothing()
    {
        var measures = RiskMeasures.Of(Series.Prices(null, null), MeasureRules.Default)!;

        Assert.Equal((1, 2), (measures.From.Value, measures.To.Value));
        Assert.Empty(measures.Returns);
        Assert.Null(measures.Drawdown);
        Assert.All(measures.Tails, tail => Assert.True(tail is { Historical: null, Parametric: null, HistoricalBacktest.Forecasts: 0 }));
    }

    [Fact]
    public void A_range_has_every_measure_at_both_levels()
    {
        var measures = RiskMeasures.Of(Series.Prices(Enumerable.Range(0, 400).Select(i => (decimal?)(100m + (i * 7 % 11)))), MeasureRules.Default)!;

        Assert.Equal((399, 399, 399), (measures.Returns.Length, measures.Ewma.Length, measures.Realised.Length));
        Assert.Equal([95, 99], measures.Tails.Select(tail => tail.Confidence.Percent));
        Assert.All(measures.Tails, tail =>
        {
            Assert.Equal(tail.Confidence, tail.Historical!.Confidence);
            Assert.Equal((399, 399), (tail.Historical.Returns, tail.Parametric!.Returns));
            Assert.Equal((VarMethod.Historical, 149), (tail.HistoricalBacktest.Method, tail.HistoricalBacktest.Forecasts));
            Assert.Equal((VarMethod.Parametric, 149), (tail.ParametricBacktest.Method, tail.ParametricBacktest.Forecasts));
        });
    }
}
