using Aura.Engine.Publishing.Explanations;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>Every number of an asset in words, the same ones that the page shows.</summary>
internal sealed record AssetExplanationView(
    string Price, string WeightedMean, string StandardDeviation, string Dispersion, string Tier, string Score,
    string Quality, string Publication)
{
    public static AssetExplanationView Of(AssetExplanation asset) =>
        new(
            asset.Price, asset.WeightedMean, asset.StandardDeviation, asset.Dispersion, asset.Tier, asset.Score,
            asset.Quality, asset.Publication);
}
