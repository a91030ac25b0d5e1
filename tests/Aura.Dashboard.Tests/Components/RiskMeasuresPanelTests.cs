using System.Collections.Immutable;
using Aura.Dashboard.Backtests;
using Aura.Dashboard.Components.Controls;
using Aura.Dashboard.Queries;
using Aura.Engine.MasterLogic.Measures;
using Aura.Engine.Publishing.Explanations;
using Bunit;

namespace Aura.Dashboard.Tests.Components;

public sealed class RiskMeasuresPanelTests : BunitContext
{
    private readonly TestDesk _desk;

    public RiskMeasuresPanelTests() => _desk = new TestDesk(this);

    [Fact]
    public void A_range_without_rounds_says_so_and_shows_no_figure()
    {
        var panel = Open([]);

        Assert.Equal("No round in this range.", Text(panel, "risk-measures-empty"));
        Assert.Empty(panel.FindAll("dd"));
    }

    [Fact]
    public void A_range_that_is_too_short_says_what_each_measure_needs()
    {
        var panel = Open(Points(100m, 101m, null, 99m));

        Assert.Equal("1 returns of rounds 1 to 4. None of these figures decides anything.", Text(panel, "risk-measures-sample"));
        Assert.Equal("needs 20 returns", Text(panel, "risk-ewma"));
        Assert.Equal("needs 20 returns", Text(panel, "risk-realised"));
        Assert.Equal(("1.9802 %", "1.9802 %"), (Text(panel, "risk-drawdown"), Text(panel, "risk-drawdown-present")));
        Assert.Equal("needs 20 returns", Text(panel, "risk-historical-95-var"));
        Assert.Equal("needs 30 returns", Text(panel, "risk-parametric-95-cvar"));
        Assert.Equal("needs 100 returns", Text(panel, "risk-historical-99-var"));
        Assert.Equal("Too short to say", Text(panel, "risk-parametric-99-verdict"));
        Assert.Contains("needs 192 forecasts", Text(panel, "risk-historical-99"), StringComparison.Ordinal);
        Assert.Contains("needs 38 forecasts", Text(panel, "risk-parametric-95"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_range_shows_every_measure_and_a_verdict_each()
    {
        // Up and down by turns: half of all returns are the same loss, which is never greater than itself.
        var panel = Open(ByTurns(600));

        Assert.Equal("0.9949 %", Text(panel, "risk-ewma"));
        Assert.Equal("0.9901 %", Text(panel, "risk-historical-95-var"));
        Assert.Equal("0.9901 %", Text(panel, "risk-historical-99-cvar"));
        Assert.Equal("0 of 349", Text(panel, "risk-historical-95-exceeded"));
        Assert.All(
            ["risk-historical-95", "risk-parametric-95", "risk-historical-99", "risk-parametric-99"],
            row => Assert.Equal("Too few exceedances", Text(panel, $"{row}-verdict")));
        Assert.Contains("17.45 expected", Text(panel, "risk-parametric-95"), StringComparison.Ordinal);
        Assert.Contains("p < 0.0001", Text(panel, "risk-parametric-95"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_opens_to_its_sentence_with_the_rounds_that_it_is_of()
    {
        var points = ByTurns(600);
        var measures = RiskMeasures.Of([.. points.Select(point => new RoundPrice(point.Round, point.Price))], MeasureRules.Default)!;
        var expected = RiskMeasureExplanation.Of(measures);
        var panel = Open(points);
        Assert.Empty(panel.FindAll("[data-testid=risk-explanation-ewma]"));

        panel.Find("[data-testid=risk-explanation] button").Click();

        Assert.StartsWith("Rounds 1 to 600:", Text(panel, "risk-explanation-rounds"), StringComparison.Ordinal);
        Assert.Equal(expected.Ewma, Text(panel, "risk-explanation-ewma"));
        Assert.Equal(expected.Realised, Text(panel, "risk-explanation-realised"));
        Assert.Equal(expected.Drawdown, Text(panel, "risk-explanation-drawdown"));
        Assert.Equal(expected.Tails[0].HistoricalValueAtRisk, Text(panel, "risk-explanation-historical-var-95"));
        Assert.Equal(expected.Tails[1].ParametricShortfall, Text(panel, "risk-explanation-parametric-cvar-99"));
        var backtest = measures.Tails[1].HistoricalBacktest;
        Assert.Equal(
            BacktestSentence.Of(measures, backtest, new KupiecTest().Of(backtest)), Text(panel, "risk-explanation-backtest-historical-99"));
    }

    [Fact]
    public void A_sample_of_the_rounds_says_that_a_return_spans_several()
    {
        var panel = Open(Points(100m, 101m), 7);

        Assert.Contains("a return spans 7 rounds", Text(panel, "risk-measures-sample"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_range_is_measured_anew()
    {
        var panel = Open(Points(100m, 101m));

        panel.Render(parameters => parameters.Add(own => own.Points, Points(100m, 50m)));

        Assert.Equal("50.0000 %", Text(panel, "risk-drawdown"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _desk.Dispose();
    }

    private static ImmutableArray<AssetPoint> ByTurns(int rounds) =>
        Points([.. Enumerable.Range(0, rounds).Select(i => (decimal?)(i % 2 == 0 ? 101m : 100m))]);

    private static ImmutableArray<AssetPoint> Points(params decimal?[] prices) =>
        [.. prices.Select((price, i) => AssetPoint.Of(Sample.Round(i + 1), Sample.Gold)! with { Price = price })];

    private static string Text(IRenderedComponent<RiskMeasuresPanel> panel, string id) =>
        string.Join(' ', panel.Find($"[data-testid={id}]").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IRenderedComponent<RiskMeasuresPanel> Open(ImmutableArray<AssetPoint> points, long step = 1) =>
        Render<RiskMeasuresPanel>(parameters => parameters
            .Add(panel => panel.Symbol, "GOLD").Add(panel => panel.Points, points).Add(panel => panel.Step, step));
}
