using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Queries;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Charts;

/// <summary>What the two charts of an asset draw of the rounds that the feed remembers.</summary>
internal sealed record AssetChartLines(
    IReadOnlyList<ChartSeries> Prices, ChartNotes PriceNotes, IReadOnlyList<ChartSeries> Dispersion, ChartNotes DispersionNotes)
{
    public static readonly AssetChartLines None = new([], ChartNotes.None, [], ChartNotes.None);

    private static readonly MadeOnce<AssetReport, AssetChartLines> Shared = new();

    /// <param name="history">The rounds up to that of the report, oldest first.</param>
    /// <param name="latest">The asset in the last of them.</param>
    /// <param name="rules">The tiers of dispersion.</param>
    /// <param name="splits">Splits between the rounds; prices are those of the shares of the latest one.</param>
    public static AssetChartLines Of(ImmutableArray<RoundReport> history, AssetReport latest, RiskRules rules, ImmutableArray<CorporateAction>? splits) =>
        Shared.Of(latest, () => Made(history, latest, rules, splits));

    private static AssetChartLines Made(ImmutableArray<RoundReport> history, AssetReport latest, RiskRules rules, ImmutableArray<CorporateAction>? splits)
    {
        ImmutableArray<AssetPoint> points = [.. history.Select(round => AssetPoint.Of(round, latest.Asset)).OfType<AssetPoint>()];
        points = AssetPoint.Adjusted(points, splits, history.IsEmpty ? default : history[^1].MarketTime);
        return new AssetChartLines(
            AssetLines.Prices(points),
            new ChartNotes([], AssetLines.Halts(points, latest.Asset.Value), []),
            AssetLines.Dispersion(points),
            new ChartNotes(AssetLines.Tiers(rules), [], AssetLines.TierChanges(points)));
    }
}
