using Aura.Dashboard.Publishing.Live.Views;

namespace Aura.Dashboard.Api;

/// <summary>Answer of <c>GET status</c>.</summary>
internal sealed record StatusView(
    string Mode, string? Scenario, string ConfigurationDigest, StatusRoundView Round, ScoreView? SystemScore,
    DonView Don, IReadOnlyList<AssetView> Assets, IReadOnlyList<BreakerView> Breakers);
