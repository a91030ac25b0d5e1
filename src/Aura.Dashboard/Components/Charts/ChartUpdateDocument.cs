namespace Aura.Dashboard.Components.Charts;

/// <summary>An update as the script reads it.</summary>
internal sealed record ChartUpdateDocument(IReadOnlyList<ChartLineChange> Lines, ChartModel Frame);
