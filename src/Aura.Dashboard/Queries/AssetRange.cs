using System.Collections.Immutable;

namespace Aura.Dashboard.Queries;

/// <summary>An asset over a range of time.</summary>
/// <param name="Points">Oldest first.</param>
/// <param name="Step">1 when every round was read; k when only every k-th was, because there are too many.</param>
internal sealed record AssetRange(ImmutableArray<AssetPoint> Points, long Step);
