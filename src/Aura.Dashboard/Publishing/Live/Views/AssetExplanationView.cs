using Aura.Engine.Publishing.Explanations;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>Every number of an asset in words, the same ones that the page shows.</summary>
internal sealed record AssetExplanationView(
    string Price, string WeightedMean, string StandardDeviation, string Dispersion, string Tier, string Score,
    string Quality, string Publication)
{
    /// <summary>How far the price moved; null under rules that compare nothing.</summary>
    public string? Change { get; init; }

    /// <summary>How the volatility follows from the moves; null under rules that do not follow it.</summary>
    public string? Volatility { get; init; }

    public static AssetExplanationView Of(AssetExplanation asset) =>
        new(
            asset.Price, asset.WeightedMean, asset.StandardDeviation, asset.Dispersion, asset.Tier, asset.Score,
            asset.Quality, asset.Publication)
        {
            Change = asset.Change,
            Volatility = asset.Volatility,
        };
}
