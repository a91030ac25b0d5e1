using Aura.Engine.Market;

namespace Aura.Dashboard.Components.Layout;

/// <summary>
/// What every page says about the installation: its mode, the scenario of a simulated market, and the number of the
/// latest round (0 before the first).
/// </summary>
internal sealed record LayoutStatus(string Mode, string? Scenario, Func<long> LatestRound)
{
    /// <summary>Whether real vendors are asked.</summary>
    public bool IsLive => string.Equals(Mode, nameof(MarketMode.Live), StringComparison.Ordinal);
}
