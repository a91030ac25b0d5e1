using Aura.Dashboard.Queries;
using Aura.Engine.MasterLogic.Measures;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The losses to reckon with at one level, estimated in one way, and whether the estimate holds.</summary>
/// <param name="Backtest">Level, method and counts.</param>
/// <param name="Coverage">What the counts say.</param>
/// <param name="ValueAtRiskPercent">Null when there are too few returns.</param>
/// <param name="ShortfallPercent">Null when there are too few returns.</param>
/// <param name="Least">The fewest returns that it needs.</param>
internal sealed record TailRow(
    VarBacktest Backtest, Coverage Coverage, decimal? ValueAtRiskPercent, decimal? ShortfallPercent, int Least)
{
    /// <summary>Such as <c>historical-95</c>.</summary>
    public string Key => $"{(IsHistorical ? "historical" : "parametric")}-{Backtest.Confidence.Percent}";

    /// <summary>As people call it.</summary>
    public string Name => IsHistorical
        ? T("{0} %, historical", Backtest.Confidence.Percent)
        : T("{0} %, parametric", Backtest.Confidence.Percent);

    private bool IsHistorical => Backtest.Method is VarMethod.Historical;

    public static IEnumerable<TailRow> Of(TailMeasures tail, ICoverageTest coverage) =>
    [
        new(
            tail.HistoricalBacktest, coverage.Of(tail.HistoricalBacktest), tail.Historical?.ValueAtRiskPercent,
            tail.Historical?.ShortfallPercent, tail.Confidence.LeastReturns),
        new(
            tail.ParametricBacktest, coverage.Of(tail.ParametricBacktest), tail.Parametric?.ValueAtRiskPercent,
            tail.Parametric?.ShortfallPercent, ParametricTail.Least),
    ];
}
