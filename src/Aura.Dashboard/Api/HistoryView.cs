namespace Aura.Dashboard.Api;

/// <summary>Answer of <c>GET assets/{symbol}/history</c>.</summary>
/// <param name="Symbol">The asset.</param>
/// <param name="Points">Newest first.</param>
/// <param name="Next">The <c>to</c> that asks for the points before these; null when there are none.</param>
internal sealed record HistoryView(string Symbol, IReadOnlyList<HistoryPointView> Points, DateTimeOffset? Next);
