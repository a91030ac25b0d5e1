using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Charts;
using Aura.Dashboard.Queries;
using Aura.Engine.MasterLogic.Measures;
using Aura.Engine.Publishing.Explanations;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>What an asset's prices say about risk over the range that a person chose.</summary>
public sealed partial class RiskMeasuresPanel
{
    private const decimal SmallestShown = 0.0001m;
    private ImmutableArray<AssetPoint> _measured;
    private RiskMeasures? _measures;
    private IReadOnlyList<TailRow> _rows = [];
    private IReadOnlyList<ChartSeries> _volatility = [];

    [Inject]
    internal ICoverageTest Coverage { get; init; } = default!;

    /// <summary>The asset, such as <c>GOLD</c>.</summary>
    [Parameter]
    [EditorRequired]
    public required string Symbol { get; set; }

    /// <summary>The range, oldest first, splits taken out.</summary>
    [Parameter]
    [EditorRequired]
    public required ImmutableArray<AssetPoint> Points { get; set; }

    /// <summary>1 when every round was read; k when only every k-th was.</summary>
    [Parameter]
    public long Step { get; set; } = 1;

    protected override void OnParametersSet()
    {
        // The page is drawn more often than a range changes, and a long one takes some milliseconds to measure.
        if (Points == _measured)
            return;

        _measured = Points;
        _measures = RiskMeasures.Of([.. Points.Select(point => new RoundPrice(point.Round, point.Price))], MeasureRules.Default);
        _rows = _measures is { } measures ? [.. measures.Tails.SelectMany(tail => TailRow.Of(tail, Coverage))] : [];
        _volatility = _measures is null ? [] : VolatilityLines.Of(_measures, Points);
    }

    private static string Volatility(ImmutableArray<decimal?> series, int least) => Loss(series.IsEmpty ? null : series[^1], least);

    private static string Loss(decimal? percent, int least) =>
        percent is null ? T("needs {0} returns", least) : Figures.Percent(percent);

    private static string Probability(Coverage coverage) => coverage.PValue switch
    {
        null => T("needs {0} forecasts", coverage.LeastForecasts),
        < SmallestShown => $"p < {Figures.Fine(SmallestShown)}",
        var probability => $"p = {Figures.Fine(probability)}",
    };

    private IEnumerable<ExplainedNumber> Explained(RiskMeasures measures)
    {
        var explanation = RiskMeasureExplanation.Of(measures);
        return
        [
            new("ewma", T("EWMA volatility per return"), explanation.Ewma),
            new("realised", T("Realised volatility per return"), explanation.Realised),
            new("drawdown", T("Deepest fall"), explanation.Drawdown),
            .. explanation.Tails.SelectMany(Explained),
            .. _rows.Select(row => new ExplainedNumber(
                $"backtest-{row.Key}", T("Backtest {0}", row.Name), BacktestSentence.Of(measures, row.Backtest, row.Coverage))),
        ];
    }

    private static IEnumerable<ExplainedNumber> Explained(TailExplanation tail) =>
    [
        new($"historical-var-{tail.Confidence.Percent}", T("VaR {0} %, historical", tail.Confidence.Percent), tail.HistoricalValueAtRisk),
        new($"historical-cvar-{tail.Confidence.Percent}", T("CVaR {0} %, historical", tail.Confidence.Percent), tail.HistoricalShortfall),
        new($"parametric-var-{tail.Confidence.Percent}", T("VaR {0} %, parametric", tail.Confidence.Percent), tail.ParametricValueAtRisk),
        new($"parametric-cvar-{tail.Confidence.Percent}", T("CVaR {0} %, parametric", tail.Confidence.Percent), tail.ParametricShortfall),
    ];
}
