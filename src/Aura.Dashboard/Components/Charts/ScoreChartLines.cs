using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Engine.Market;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Charts;

/// <summary>The system score over the rounds that the feed remembers, what it is made of, and where SYSTEM opens.</summary>
internal sealed record ScoreChartLines(IReadOnlyList<ChartSeries> Lines, ChartNotes Notes)
{
    public static readonly ScoreChartLines None = new([], ChartNotes.None);

    private static readonly MadeOnce<RoundReport, ScoreChartLines> Shared = new();

    /// <param name="history">Oldest first.</param>
    /// <param name="opensAt">The raw score at which SYSTEM opens.</param>
    public static ScoreChartLines Of(ImmutableArray<RoundReport> history, decimal opensAt) => history is [.., var latest]
        ? Shared.Of(latest, () => new ScoreChartLines(
            [
                Line(history, T("Raw score"), round => round.System.RawScore),
                Line(history, T("Mean of the assets"), round => round.System.MeanScore),
                Line(history, T("Addition"), round => round.System.GapAddition),
            ],
            new ChartNotes([new ChartBand(opensAt, null, T("SYSTEM opens"), Tone.Danger)], [], [])))
        : None;

    private static ChartSeries Line(ImmutableArray<RoundReport> history, string name, Func<RoundReport, decimal> value) => ChartSeries.Interrupted(
        name,
        [.. history.Select(round => new ChartPoint(
            round.Mode is MarketMode.Replay ? round.MarketTime : round.CompletedAt, value(round)))]);
}
