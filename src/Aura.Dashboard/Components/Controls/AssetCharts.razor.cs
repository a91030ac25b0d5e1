using System.Collections.Immutable;
using Aura.Dashboard.Components.Charts;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;
using Microsoft.AspNetCore.Components;

namespace Aura.Dashboard.Components.Controls;

/// <summary>An asset over the rounds that the feed remembers: the agreed price among its sources, and their dispersion.</summary>
public sealed partial class AssetCharts
{
    private AssetChartLines _lines = AssetChartLines.None;

    [Parameter]
    [EditorRequired]
    public required AssetReport Asset { get; set; }

    [Parameter]
    [EditorRequired]
    public required ImmutableArray<RoundReport> History { get; set; }

    [Parameter]
    [EditorRequired]
    public required RiskRules Risk { get; set; }

    /// <summary>Splits between the rounds.</summary>
    [Parameter]
    public ImmutableArray<CorporateAction>? Splits { get; set; }

    private string Symbol => Asset.Asset.Value;

    // Every tier is always in sight: a calm line at the bottom says how far away trouble is.
    private decimal HighestShown => Risk.ExtremeAbovePercent * 1.2m;

    protected override void OnParametersSet() => _lines = AssetChartLines.Of(History, Asset, Risk, Splits);
}
