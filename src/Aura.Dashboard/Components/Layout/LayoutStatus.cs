namespace Aura.Dashboard.Components.Layout;

/// <summary>What every page says about the installation: its mode, and the number of the latest round (0 before the first).</summary>
internal sealed record LayoutStatus(string Mode, Func<long> LatestRound);
