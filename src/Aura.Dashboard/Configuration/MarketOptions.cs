using Aura.Engine.Market;

namespace Aura.Dashboard.Configuration;

/// <summary>Where prices come from. Section <c>Market</c>.</summary>
internal sealed class MarketOptions
{
    public const string Section = "Market";

    /// <summary>Where bodies come from. Accepted: <c>Simulated</c>, <c>Replay</c>, <c>Live</c>.</summary>
    public MarketMode Mode { get; set; } = MarketMode.Simulated;

    /// <summary>The simulated market; one of the scenario files.</summary>
    public string Scenario { get; set; } = "calm";

    /// <summary>The seed of every draw in Simulated and Replay. Equal seeds give equal bytes.</summary>
    public long Seed { get; set; } = 1;

    /// <summary>The recorded market.</summary>
    public ReplayOptions Replay { get; set; } = new();

    /// <summary>Who asks in Live. Accepted: <c>PerNode</c>, <c>Shared</c>.</summary>
    public FetchSharing Fetch { get; set; } = FetchSharing.PerNode;

    /// <summary>When a live market is open. Accepted: <c>Exchange</c>, and in Development <c>AlwaysOpen</c>.</summary>
    public MarketHours Calendar { get; set; } = MarketHours.Exchange;

    /// <summary>The vendors themselves; used in Live.</summary>
    public VendorsOptions Vendors { get; set; } = new();
}
