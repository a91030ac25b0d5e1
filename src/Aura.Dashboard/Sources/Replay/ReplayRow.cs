namespace Aura.Dashboard.Sources.Replay;

/// <summary>One line of a replayed file.</summary>
/// <param name="Time">The market's clock, UTC.</param>
/// <param name="Prices">Price by column, in the source's own unit; null for an empty cell.</param>
/// <param name="OuncesPerShare">The line's conversion factor; null without such a column or cell.</param>
internal sealed record ReplayRow(
    DateTimeOffset Time, IReadOnlyDictionary<string, decimal?> Prices, decimal? OuncesPerShare);
