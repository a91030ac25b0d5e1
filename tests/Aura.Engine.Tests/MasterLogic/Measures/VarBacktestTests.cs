using Aura.Engine.MasterLogic.Measures;
using CsCheck;
using Xunit;

namespace Aura.Engine.Tests.MasterLogic.Measures;

public sealed class VarBacktestTests
{
    private const int Window = 100;

    // The window holds −1 … −100 twice over, so the fifth worst is −96; the returns after it lose 95, 96, 97.
    [Fact]
    public void A_loss_greater_than_forecast_is_an_exceedance_and_an_equal_one_is_none()
    {
        var window = Enumerable.Range(1, Window).Select(i => -(double)i).ToList();

        Assert.Equal(0, Exceedances([.. window, -95d]));
        Assert.Equal(0, Exceedances([.. window, -96d]));
        Assert.Equal(1, Exceedances([.. window, -97d]));
    }

    [Fact]
    public void A_forecast_sees_only_the_returns_before_it()
    {
        // A hundred calm returns, then losses of 5: the fifth worst of the window is a loss once five of them are in it.
        double[] moves = [.. new double[Window], .. Enumerable.Repeat(-5d, 10)];

        Assert.Equal(5, Exceedances(moves));
    }

    [Fact]
    public void Without_a_return_after_the_window_there_is_no_forecast()
    {
        var backtest = VarBacktest.Of(Series.Returns(new double[Window]), VarMethod.Parametric, Confidence.Of95, Window);

        Assert.Equal((0, 0, null), (backtest.Forecasts, backtest.Exceedances, backtest.ExceededPercent));
    }

    [Fact]
    public void Prices_that_stand_still_exceed_nothing() =>
        Assert.Equal(0, VarBacktest.Of(Series.Returns(new double[400]), VarMethod.Parametric, Confidence.Of95, Window).Exceedances);

    [Theory]
    [InlineData(VarMethod.Historical, 99)]
    [InlineData(VarMethod.Parametric, 29)]
    public void A_window_too_short_for_the_method_is_refused(VarMethod method, int window) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VarBacktest.Of([], method, Confidence.Of99, window));

    [Fact]
    public void Expected_and_exceeded_are_shares_of_the_forecasts()
    {
        var backtest = new VarBacktest(VarMethod.Historical, Confidence.Of95, 250, 300, 18);

        Assert.Equal((15m, 6m), (backtest.Expected, backtest.ExceededPercent));
    }

    [Theory]
    [InlineData(VarMethod.Historical)]
    [InlineData(VarMethod.Parametric)]
    public void It_counts_what_a_tail_of_every_window_counts(VarMethod method) =>
        // Rounded moves, so that windows hold the same return twice.
        Gen.Int[-30, 30].Select(tenths => tenths / 10d).Array[Window, Window + 150].Sample(moves =>
        {
            var returns = Series.Returns(moves);
            int expected = Enumerable.Range(Window, moves.Length - Window).Count(i =>
            {
                var window = returns[(i - Window)..i];
                decimal limit = method is VarMethod.Historical
                    ? HistoricalTail.Of(window, Confidence.Of95)!.ValueAtRiskPercent
                    : ParametricTail.Of(window, Confidence.Of95)!.ValueAtRiskPercent;
                return (decimal)-moves[i] > limit;
            });

            Assert.Equal(
                new VarBacktest(method, Confidence.Of95, Window, moves.Length - Window, expected),
                VarBacktest.Of(returns, method, Confidence.Of95, Window));
        });

    private static int Exceedances(IEnumerable<double> moves) =>
        VarBacktest.Of(Series.Returns(moves), VarMethod.Historical, Confidence.Of95, Window).Exceedances;
}
