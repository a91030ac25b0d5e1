using System.Collections.Immutable;
using Aura.Dashboard.Components.Charts;
using Aura.Dashboard.Queries;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>An asset over the rounds that the feed remembers: the agreed price among its sources, and their dispersion.</summary>
public sealed partial class AssetCharts
{
    private RoundReport? _drawn;
    private IReadOnlyList<ChartSeries> _prices = [];
    private IReadOnlyList<ChartSeries> _dispersion = [];
    private ChartNotes _priceNotes = ChartNotes.None;
    private ChartNotes _dispersionNotes = ChartNotes.None;

    [Parameter]
    [EditorRequired]
    public required AssetReport Asset { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> History { get; set; }

    [Parameter]
    [EditorRequired]
    public required RiskRules Risk { get; set; }

    private string Symbol => Asset.Asset.Value;

    // Every tier is always in sight: a calm line at the bottom says how far away trouble is.
    private decimal HighestShown => Risk.ExtremeAbovePercent * 1.2m;

    protected override void OnParametersSet()
    {
        // A breaker that changed draws the page again, but not its lines.
        if (History is not [.., var latest] || ReferenceEquals(latest, _drawn))
            return;

        _drawn = latest;
        ImmutableArray<AssetPoint> points = [.. History.Select(round => AssetPoint.Of(round, Asset.Asset)).OfType<AssetPoint>()];
        _prices = AssetLines.Prices(points);
        _dispersion = AssetLines.Dispersion(points);
        _priceNotes = new ChartNotes([], AssetLines.Halts(points, Symbol), []);
        _dispersionNotes = new ChartNotes(AssetLines.Tiers(Risk), [], AssetLines.TierChanges(points));
    }
}
