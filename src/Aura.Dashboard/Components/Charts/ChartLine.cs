namespace Aura.Dashboard.Components.Charts;

/// <summary>A series as the script wants it: pairs of Unix milliseconds and value.</summary>
internal sealed record ChartLine(string Name, IReadOnlyList<decimal?[]> Data);
