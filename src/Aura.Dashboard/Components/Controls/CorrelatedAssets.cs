using System.Collections.Immutable;
using Aura.Dashboard.Components.Appearance;
using Aura.Dashboard.Queries;
using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.MasterLogic.Measures;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Components.Controls;

/// <summary>Two assets and how they move together over the rounds that the feed remembers.</summary>
internal sealed record CorrelatedAssets(AssetSymbol First, AssetSymbol Second, AssetCorrelation Correlation)
{
    private static readonly MadeOnce<RoundReport, ImmutableArray<CorrelatedAssets>> Shared = new();

    /// <summary>Such as <c>GOLD-MSFT</c>.</summary>
    public string Key => $"{First}-{Second}";

    /// <summary>As people call it.</summary>
    public string Name => T("{0} and {1}", First, Second);

    /// <summary>Every two of the assets, in their order.</summary>
    /// <param name="history">Rounds under one rule set, oldest first; the same for everybody who has the same last one.</param>
    /// <param name="assets">The assets and their splits.</param>
    public static ImmutableArray<CorrelatedAssets> Of(ImmutableArray<RoundReport> history, ImmutableArray<AssetRule> assets) =>
        history.IsEmpty ? [] : Shared.Of(history[^1], () => Measured(history, assets));

    private static ImmutableArray<CorrelatedAssets> Measured(ImmutableArray<RoundReport> history, ImmutableArray<AssetRule> assets) =>
    [
        .. from first in assets.Index()
           from second in assets[(first.Index + 1)..]
           let correlation = AssetCorrelation.Of(Prices(history, first.Item), Prices(history, second), MeasureRules.Default)
           where correlation is not null
           select new CorrelatedAssets(first.Item.Symbol, second.Symbol, correlation),
    ];

    private static ImmutableArray<RoundPrice> Prices(ImmutableArray<RoundReport> history, AssetRule asset)
    {
        ImmutableArray<AssetPoint> points = [.. history.Select(round => AssetPoint.Of(round, asset.Symbol)).OfType<AssetPoint>()];
        return
        [
            .. AssetPoint.Adjusted(points, asset.CorporateActions, history[^1].MarketTime)
                .Select(point => new RoundPrice(point.Round, point.Price)),
        ];
    }
}
