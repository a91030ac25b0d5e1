using Aura.Engine.Canon;
using Aura.Engine.MasterLogic;
using Aura.Engine.Publishing;

namespace Aura.Dashboard.Queries;

/// <summary>Which rounds somebody looks for.</summary>
/// <param name="Asset">Only what this asset did; null for any.</param>
/// <param name="AtLeast">A tier that an asset reached; null for any.</param>
/// <param name="OnlyChanges">Only rounds that changed a breaker.</param>
/// <param name="OnlyIncomplete">Only rounds in which an asset's price was not Good.</param>
/// <param name="From">The first slot, inclusive.</param>
/// <param name="To">The end, exclusive; null for none.</param>
internal sealed record RoundFilter(
    AssetSymbol? Asset, Tier? AtLeast, bool OnlyChanges, bool OnlyIncomplete, DateTimeOffset From, DateTimeOffset? To)
{
    public static readonly RoundFilter Everything = new(null, null, false, false, DateTimeOffset.MinValue, null);

    /// <summary>Whether the report itself has to be read to know.</summary>
    public bool ReadsReports => Asset is not null || AtLeast is not null || OnlyChanges || OnlyIncomplete;

    /// <summary>Whether a round is one of them, its slot aside.</summary>
    public bool Matches(RoundReport report)
    {
        var assets = report.Assets.Where(asset => Asset is not { } only || asset.Asset == only).ToList();
        return assets.Count > 0
            && (AtLeast is not { } tier || assets.Exists(asset => asset.Tier >= tier))
            && (!OnlyIncomplete || assets.Exists(asset => asset.Quality is not Quality.Good))
            && (!OnlyChanges || report.Transitions.Any(change =>
                Asset is not { } only || change.Scope.IsSystem || change.Scope == Scope.Of(only)));
    }
}
