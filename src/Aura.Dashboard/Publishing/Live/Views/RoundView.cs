using Aura.Engine.Publishing;

namespace Aura.Dashboard.Publishing.Live.Views;

/// <summary>A decided round as REST and the hub send it. Fields may be added, never changed.</summary>
internal sealed record RoundView(
    long Number, DateTimeOffset Slot, DateTimeOffset CompletedAt, DateTimeOffset MarketTime, string Mode,
    string? Scenario, string ConfigurationDigest, ScoreView SystemScore, DonView Don,
    IReadOnlyList<AssetView> Assets, IReadOnlyList<BreakerView> Breakers, IReadOnlyList<TransitionView> Transitions)
{
    /// <param name="report">The round.</param>
    /// <param name="now">Ages count from here.</param>
    public static RoundView Of(RoundReport report, DateTimeOffset now) =>
        new(
            report.Round.Value, report.Slot.Instant, report.CompletedAt, report.MarketTime, report.Mode.ToString(),
            report.Scenario, report.Configuration.Hex, ScoreView.Of(report.System), DonView.Of(report.Network),
            [.. report.Assets.Select(asset => AssetView.Of(asset, now))],
            [.. report.Breakers.Select(BreakerView.Of)],
            [.. report.Transitions.Select(TransitionView.Of)]);
}
