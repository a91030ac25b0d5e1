using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Components.Charts;
using Aura.Engine.Market;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>The system score over time with what it is made of, and the line at which SYSTEM opens.</summary>
public sealed partial class ScoreChart
{
    private RoundReport? _drawn;
    private IReadOnlyList<ChartSeries> _lines = [];
    private ChartNotes _notes = ChartNotes.None;

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> History { get; set; }

    /// <summary>The raw score at which SYSTEM opens.</summary>
    [Parameter]
    [EditorRequired]
    public required decimal OpensAt { get; set; }

    protected override void OnParametersSet()
    {
        if (History is not [.., var latest] || ReferenceEquals(latest, _drawn))
            return;

        _drawn = latest;
        _lines =
        [
            Line(T("Raw score"), round => round.System.RawScore),
            Line(T("Mean of the assets"), round => round.System.MeanScore),
            Line(T("Addition"), round => round.System.GapAddition),
        ];
        if (_notes.Bands.Count == 0)
            _notes = new ChartNotes([new ChartBand(OpensAt, null, T("SYSTEM opens"), Tone.Danger)], [], []);
    }

    private ChartSeries Line(string name, Func<RoundReport, decimal> value) => new(
        name,
        [.. History.Select(round => new ChartPoint(
            round.Mode is MarketMode.Replay ? round.MarketTime : round.CompletedAt, value(round)))]);
}
