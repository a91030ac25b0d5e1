using Aura.Engine.Canon;

namespace Aura.Dashboard.Queries;

/// <summary>Reads what charts draw of an asset.</summary>
internal interface IAssetHistory
{
    /// <summary>
    /// An asset in the rounds whose slot lies between two instants, the first inclusive and the second
    /// exclusive. When there are more than <paramref name="most"/> only every k-th round is read.
    /// </summary>
    Task<AssetRange> RangeAsync(
        AssetSymbol symbol, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken);
}
