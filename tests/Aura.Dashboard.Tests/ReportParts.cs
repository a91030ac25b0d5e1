using Aura.Engine.Canon;
using Aura.Engine.Market;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Tests;

/// <summary>Parts of a report by name.</summary>
internal static class ReportParts
{
    public static AssetReport Asset(this RoundReport report, string symbol) =>
        report.Assets.Single(asset => asset.Asset == AssetSymbol.Parse(symbol));

    public static BreakerReport Breaker(this RoundReport report, string scope) =>
        report.Breakers.Single(breaker => breaker.Scope == Scope.Parse(scope));

    public static SourceReport Source(this AssetReport asset, string id) =>
        asset.Sources.Single(source => source.Id == SourceId.Parse(id));
}
